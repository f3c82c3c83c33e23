package io.odoosync.verification.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Set;

/** Finds out which model and method an HTTP request calls. */
final class RpcName {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What reads and nothing else. A method that is not listed is taken for one that writes. */
  private static final Set<String> READING =
      Set.of(
          "authenticate",
          "check_access_rights",
          "check_object_reference",
          "context_get",
          "fields_get",
          "get_external_id",
          "has_access",
          "read",
          "search",
          "search_count",
          "search_read",
          "version");

  private RpcName() {}

  /** Whether a call of this name leaves Odoo as it was. */
  static boolean reads(String name) {
    return READING.contains(name.substring(name.lastIndexOf('.') + 1).replaceFirst("^.*[ /]", ""));
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
