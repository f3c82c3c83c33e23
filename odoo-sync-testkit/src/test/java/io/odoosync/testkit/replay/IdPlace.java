package io.odoosync.testkit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Where the id of a record stands, as a number or, in a column of {@code load}, as a text.
 *
 * @param path where in its exchange, the same for the same exchange of another release
 */
record IdPlace(String path, String model, Slot slot) {

  long id() {
    return slot.get().asLong();
  }

  void put(long id) {
    JsonNode old = slot.get();
    slot.put(old.isTextual() ? TextNode.valueOf("" + id) : IntNode.valueOf(Math.toIntExact(id)));
  }
}
