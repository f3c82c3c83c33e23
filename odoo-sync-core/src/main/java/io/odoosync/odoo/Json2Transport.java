package io.odoosync.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /json/2/<model>/<method>} with an object of named arguments and a Bearer key (Odoo 19
 * and later).
 */
final class Json2Transport implements Transport {

  private final HttpGateway gateway;
  private final ErrorMapper errors;
  private final Map<String, String> headers;

  Json2Transport(HttpGateway gateway, OdooConnection connection) {
    this.gateway = gateway;
    this.errors = new ErrorMapper(connection);
    this.headers =
        Map.of(
            "Authorization",
            "Bearer " + header("apiKey", connection.apiKey()),
            "X-Odoo-Database",
            header("database", connection.database()));
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
  public JsonNode send(MethodCall call, Traffic traffic) {
    String what = call.model() + "." + call.method();
    RequestBody body = RequestBody.of(call, OdooJson.bytes(body(call)));
    HttpReply reply =
        gateway.post("/json/2/" + call.model() + "/" + call.method(), headers, body, what);
    traffic.add(body, reply);
    return decode(what, reply);
  }

  private static ObjectNode body(MethodCall call) {
    ObjectNode body = OdooJson.object();
    if (call.ids() != null) {
      body.set("ids", OdooJson.array(call.ids()));
    }
    call.positional().forEach(body::set);
    call.named().forEach(body::set);
    if (!call.context().isEmpty()) {
      body.set("context", OdooJson.object(call.context()));
    }
    return body;
  }

  private JsonNode decode(String what, HttpReply reply) {
    if (reply.status() == 200) {
      return result(what, reply);
    }
    if (reply.status() == 404 && !reply.isJson()) {
      throw errors.wrongDatabase(what, null);
    }
    throw errors.answered(what, reply, errorObject(reply));
  }

  private JsonNode result(String what, HttpReply reply) {
    if (!reply.isJson()) {
      throw errors.unreadable(what, reply, null);
    }
    try {
      JsonNode result = OdooJson.parse(reply.body());
      if (result.isMissingNode()) {
        throw errors.unreadable(what, reply, null);
      }
      return result;
    } catch (IOException e) {
      throw errors.unreadable(what, reply, e);
    }
  }

  private static @Nullable JsonNode errorObject(HttpReply reply) {
    if (!reply.isJson()) {
      return null;
    }
    try {
      JsonNode error = OdooJson.parse(reply.body());
      return error.path("name").isTextual() ? error : null;
    } catch (IOException e) {
      // The status says enough: the caller reports it with the beginning of the body.
      return null;
    }
  }
}
