package io.odoosync.testkit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.regex.Pattern;

/** Taxes that test runs had left on a recorded server: "T20 4d302c97". */
final class Leftovers {
  private static final Pattern NAME =
      Pattern.compile("([TI]20 [0-9a-f]{8}|Tax 20_conformance[0-9a-f]{8}_\\d+)");

  private Leftovers() {}

  static JsonNode without(JsonNode result) {
    if (!(result instanceof ArrayNode records)) {
      return result;
    }
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    for (JsonNode item : records) {
      if (!NAME.matcher(item.path("name").asText()).matches()) {
        kept.add(item);
      }
    }
    return kept;
  }
}
