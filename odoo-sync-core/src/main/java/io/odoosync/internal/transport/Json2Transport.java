package io.odoosync.internal.transport;

import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooAuthenticationException;
import io.odoosync.odoo.OdooConfigurationException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooValue;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /json/2/<model>/<method>} with an object of named arguments and a Bearer key (Odoo 19
 * and later).
 */
final class Json2Transport implements Transport {

  private final HttpGateway gateway;
  private final ErrorMapper errors;
  private final String database;
  private final Endpoint endpoint;
  private boolean loginConfirmed;

  Json2Transport(HttpGateway gateway, Endpoint endpoint) {
    this.gateway = gateway;
    this.endpoint = endpoint;
    this.errors = new ErrorMapper(endpoint);
    this.database = header("database", endpoint.database());
  }

  private Map<String, String> headers() {
    String key = header("apiKey", endpoint.apiKey());
    return Map.of("Authorization", "Bearer " + key, "X-Odoo-Database", database);
  }

  private static String header(String name, String value) {
    if (!value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new OdooConfigurationException(
          name + " can't be sent in a header: JSON-2 takes plain ASCII only",
          null,
          "Correct the connection's " + name + ".",
          null);
    }
    return value;
  }

  @Override
  public OdooValue send(MethodCall call, Traffic traffic) {
    String what = call.model() + "." + call.method();
    RequestBody body = RequestBody.of(call, OdooJson.bytes(body(call)));
    HttpReply reply =
        gateway.post("/json/2/" + call.model() + "/" + call.method(), headers(), body, what);
    traffic.add(body, reply);
    return decode(what, reply);
  }

  /** JSON-2 looks at the key alone. */
  @Override
  public synchronized void confirmLogin(Traffic traffic) {
    if (!loginConfirmed && endpoint.login() != null) {
      try {
        confirm(endpoint.login(), traffic);
      } catch (OdooException e) {
        throw BeforeTheCall.of(e);
      }
    }
    loginConfirmed = true;
  }

  private void confirm(String login, Traffic traffic) {
    OdooValue user = send(MethodCall.of("res.users", "context_get"), traffic).get("uid");
    if (user.whole().isEmpty()) {
      return;
    }
    MethodCall read =
        MethodCall.of("res.users", "read")
            .ids(List.of(user.whole().get()))
            .argument("fields", List.of("login"));
    String owner = send(read, traffic).get(0).get("login").text().orElse(login);
    if (!owner.equals(login)) {
      throw ofAnother(owner, login);
    }
  }

  private OdooException ofAnother(String owner, String login) {
    return new OdooAuthenticationException(
        "the API key is that of the user '"
            + endpoint.redact(owner)
            + "' in "
            + endpoint.url()
            + ", not of the connection's login '"
            + login
            + "'",
        null,
        "Give the connection a key of its login, or the login whose key it is.",
        null);
  }

  private static OdooValue body(MethodCall call) {
    Map<String, Object> body = new LinkedHashMap<>();
    call.ids().ifPresent(ids -> body.put("ids", ids));
    body.putAll(call.positional());
    body.putAll(call.named());
    if (!call.context().isEmpty()) {
      body.put("context", call.context());
    }
    return OdooValue.of(body);
  }

  private OdooValue decode(String what, HttpReply reply) {
    if (reply.status() == 200) {
      return result(what, reply);
    }
    if (reply.status() == 404 && !reply.isJson()) {
      throw errors.wrongDatabase(what, null);
    }
    throw errors.answered(what, reply, errorObject(reply));
  }

  private OdooValue result(String what, HttpReply reply) {
    if (!reply.isJson()) {
      throw errors.unreadable(what, reply, null);
    }
    try {
      return reply.json();
    } catch (IOException e) {
      throw errors.unreadable(what, reply, e);
    }
  }

  private static @Nullable OdooValue errorObject(HttpReply reply) {
    if (!reply.isJson()) {
      return null;
    }
    try {
      OdooValue error = reply.json();
      return error.get("name").text().isPresent() ? error : null;
    } catch (IOException e) {
      // The status says enough: the caller reports it with the beginning of the body.
      return null;
    }
  }
}
