package io.odoosync.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * {@code POST /jsonrpc}, service {@code object}, method {@code execute_kw} (up to Odoo 19). Logs in
 * with the first call.
 */
final class JsonRpcTransport implements Transport {

  static final String PATH = "/jsonrpc";

  private final HttpGateway gateway;
  private final OdooConnection connection;
  private final ErrorMapper errors;
  private final String login;
  private long userId;

  JsonRpcTransport(HttpGateway gateway, OdooConnection connection) {
    this.gateway = gateway;
    this.connection = connection;
    this.errors = new ErrorMapper(connection);
    if (connection.login() == null) {
      throw new OdooConfigurationException(
          connection.url() + " is to be called by JSON-RPC, which needs a login besides the key",
          null,
          "Give the connection a login.",
          null);
    }
    this.login = connection.login();
  }

  @Override
  public JsonNode send(MethodCall call, Traffic traffic) {
    List<?> arguments =
        List.of(
            connection.database(),
            userId(traffic),
            connection.apiKey(),
            call.model(),
            call.method(),
            positional(call),
            named(call));
    String what = call.model() + "." + call.method();
    byte[] json = OdooJson.bytes(body("object", "execute_kw", arguments));
    return rpc(what, RequestBody.of(call, json), traffic);
  }

  private static ArrayNode positional(MethodCall call) {
    ArrayNode positional = OdooJson.array();
    if (call.ids() != null) {
      positional.add(OdooJson.array(call.ids()));
    }
    call.positional().values().forEach(positional::add);
    return positional;
  }

  private static ObjectNode named(MethodCall call) {
    ObjectNode named = OdooJson.object(call.named());
    if (!call.context().isEmpty()) {
      named.set("context", OdooJson.object(call.context()));
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
    List<?> arguments =
        List.of(connection.database(), login, connection.apiKey(), OdooJson.object());
    JsonNode result = logIn(what, arguments, traffic);
    if (!result.isIntegralNumber()) {
      throw new OdooAuthenticationException(
          what
              + ": "
              + connection.url()
              + " refuses this login and API key for database '"
              + connection.database()
              + "'",
          null,
          null);
    }
    return result.longValue();
  }

  private JsonNode logIn(String what, List<?> arguments, Traffic traffic) {
    try {
      byte[] json = OdooJson.bytes(body("common", "authenticate", arguments));
      return rpc(what, RequestBody.of(json), traffic);
    } catch (OdooException e) {
      throw e.beforeTheCall();
    }
  }

  static ObjectNode body(String service, String method, List<?> arguments) {
    ObjectNode body = OdooJson.object();
    body.put("jsonrpc", "2.0").put("method", "call").put("id", 1);
    body.set(
        "params", OdooJson.object(Map.of("service", service, "method", method, "args", arguments)));
    return body;
  }

  private JsonNode rpc(String what, RequestBody body, Traffic traffic) {
    HttpReply reply = gateway.post(PATH, Map.of(), body, what);
    traffic.add(body, reply);
    return decode(what, reply);
  }

  private JsonNode decode(String what, HttpReply reply) {
    if (reply.status() != 200) {
      throw errors.answered(what, reply, null);
    }
    JsonNode answer = answer(what, reply);
    if (answer.hasNonNull("error")) {
      JsonNode error = answer.path("error").path("data");
      throw error.path("name").isTextual()
          ? errors.reported(what, error)
          : errors.unreadable(what, reply, null);
    }
    // A method that returns None leaves `result` out.
    return Objects.requireNonNullElse(answer.get("result"), NullNode.getInstance());
  }

  private JsonNode answer(String what, HttpReply reply) {
    try {
      JsonNode answer = OdooJson.parse(reply.body());
      if (reply.isJson() && answer.has("jsonrpc")) {
        return answer;
      }
      throw errors.unreadable(what, reply, null);
    } catch (IOException e) {
      throw errors.unreadable(what, reply, e);
    }
  }
}
