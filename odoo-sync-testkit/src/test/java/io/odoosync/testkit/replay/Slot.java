package io.odoosync.testkit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A spot in a JSON tree whose value can be exchanged. */
record Slot(JsonNode container, String key) {

  static Slot of(ArrayNode array, int index) {
    return new Slot(array, String.valueOf(index));
  }

  JsonNode get() {
    JsonNode value =
        container.isArray() ? container.get(Integer.parseInt(key)) : container.get(key);
    return value == null ? MissingNode.getInstance() : value;
  }

  void put(JsonNode value) {
    if (container instanceof ArrayNode array) {
      array.set(Integer.parseInt(key), value);
    } else if (container instanceof ObjectNode object) {
      object.set(key, value);
    }
  }
}
