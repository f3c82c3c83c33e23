package io.odoosync.verification.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.odoosync.verification.odoo.OdooMethods;
import java.io.IOException;

/** Finds out which model and method an HTTP request calls. */
final class RpcName {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private RpcName() {}

  /** Whether a call of this name leaves Odoo as it was. */
  static boolean reads(String name) {
    return OdooMethods.reads(name.substring(name.lastIndexOf('.') + 1).replaceFirst("^.*[ /]", ""));
  }

  /**
   * Names a request.
   *
   * @param path the path of its URL
   * @param body its body; may be empty
   * @return such as {@code res.partner.load}, or the path if it calls no model
   */
  static String of(String path, byte[] body) {
    if (path.startsWith("/json/2/")) {
      return path.substring("/json/2/".length()).replace('/', '.');
    }
    JsonNode arguments = parameters(body).path("args");
    return arguments.path(3).isTextual() && arguments.path(4).isTextual()
        ? arguments.path(3).asText() + "." + arguments.path(4).asText()
        : (path + " " + parameters(body).path("method").asText("")).trim();
  }

  private static JsonNode parameters(byte[] body) {
    try {
      return JSON.readTree(body).path("params");
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }
}
