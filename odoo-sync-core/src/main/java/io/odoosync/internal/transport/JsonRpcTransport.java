package io.odoosync.internal.transport;

import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooAuthenticationException;
import io.odoosync.odoo.OdooConfigurationException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /jsonrpc}, service {@code object}, method {@code execute_kw} (Odoo 14 to 20). Logs in
 * with the first call.
 */
final class JsonRpcTransport implements Transport {

  static final String PATH = "/jsonrpc";

  /** There is one request at a time on a connection. */
  private static final int ID = 1;

  private final HttpGateway gateway;
  private final Endpoint endpoint;
  private final ErrorMapper errors;
  private final String login;
  private long userId;

  JsonRpcTransport(HttpGateway gateway, Endpoint endpoint) {
    this.gateway = gateway;
    this.endpoint = endpoint;
    this.errors = new ErrorMapper(endpoint);
    if (endpoint.login() == null) {
      throw new OdooConfigurationException(
          endpoint.url() + " is to be called by JSON-RPC, which needs a login besides the key",
          null,
          "Give the connection a login.",
          null);
    }
    this.login = endpoint.login();
  }

  @Override
  public OdooValue send(MethodCall call, Traffic traffic) {
    List<?> arguments =
        List.of(
            endpoint.database(),
            userId(traffic),
            endpoint.apiKey(),
            call.model(),
            call.method(),
            positional(call),
            named(call));
    String what = call.model() + "." + call.method();
    byte[] json = OdooJson.bytes(body("object", "execute_kw", arguments));
    return rpc(what, RequestBody.of(call, json), traffic);
  }

  /** Nothing to do: logging in takes both. */
  @Override
  public void confirmLogin(Traffic traffic) {}

  private static List<?> positional(MethodCall call) {
    List<Object> positional = new ArrayList<>();
    call.ids().ifPresent(positional::add);
    positional.addAll(call.positional().values());
    return positional;
  }

  private static Map<String, ?> named(MethodCall call) {
    Map<String, Object> named = new LinkedHashMap<>(call.named());
    if (!call.context().isEmpty()) {
      named.put("context", call.context());
    }
    return named;
  }

  private synchronized long userId(Traffic traffic) {
    if (userId == 0) {
      userId = authenticate(traffic);
    }
    return userId;
  }

  private long authenticate(Traffic traffic) {
    String what = "log-in of " + login;
    List<?> arguments = List.of(endpoint.database(), login, endpoint.apiKey(), Map.of());
    OdooValue user = logIn(what, arguments, traffic);
    return user.whole().filter(id -> id > 0).orElseThrow(() -> refused(what));
  }

  private OdooException refused(String what) {
    return new OdooAuthenticationException(
        what
            + ": "
            + endpoint.url()
            + " refuses this login and API key for database '"
            + endpoint.database()
            + "'",
        null,
        null);
  }

  private OdooValue logIn(String what, List<?> arguments, Traffic traffic) {
    try {
      byte[] json = OdooJson.bytes(body("common", "authenticate", arguments));
      return rpc(what, RequestBody.of(json), traffic);
    } catch (OdooException e) {
      throw BeforeTheCall.of(e);
    }
  }

  static OdooValue body(String service, String method, List<?> arguments) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("service", service);
    parameters.put("method", method);
    parameters.put("args", arguments);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("jsonrpc", "2.0");
    body.put("method", "call");
    body.put("id", ID);
    body.put("params", parameters);
    return OdooValue.of(body);
  }

  private OdooValue rpc(String what, RequestBody body, Traffic traffic) {
    HttpReply reply = gateway.post(PATH, Map.of(), body, what);
    traffic.add(body, reply);
    return decode(what, reply);
  }

  private OdooValue decode(String what, HttpReply reply) {
    if (reply.status() != 200) {
      throw errors.answered(what, reply, null);
    }
    OdooValue answer = answer(what, reply);
    if (!answer.get("error").isNull()) {
      OdooValue error = answer.get("error").get("data");
      throw error.get("name").text().isPresent()
          ? errors.reported(what, error)
          : errors.unreadable(what, reply, null);
    }
    // A method that returns None leaves `result` out.
    return answer.get("result");
  }

  /** An error has no id where the request could not be read. */
  private static boolean isOfRequest(OdooValue answer) {
    OdooValue id = answer.get("id");
    return id.equals(OdooValue.of(ID)) || (id.isNull() && !answer.get("error").isNull());
  }

  private OdooValue answer(String what, HttpReply reply) {
    try {
      OdooValue answer = reply.json();
      if (reply.isJson() && answer.has("jsonrpc") && isOfRequest(answer)) {
        return answer;
      }
      throw errors.unreadable(what, reply, null);
    } catch (IOException e) {
      throw errors.unreadable(what, reply, e);
    }
  }
}
