package io.odoosync.testkit.internal.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as plain values: maps, lists, strings, numbers and booleans. As in Odoo, {@code false} is
 * the empty value of any field, so that no value here is ever null; JSON's null is read as {@code
 * false}.
 */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** A result that is Python's {@code None}, for which {@code false} will not do. */
  public enum None {
    NONE
  }

  /** A result that can't be written as JSON: bytes. */
  public static final class UnwritableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnwritableException() {
      super("bytes are not JSON");
    }
  }

  public static JsonNode parse(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  public static Object plain(JsonNode node) {
    if (node.isObject()) {
      return plainObject(node);
    }
    if (node.isArray()) {
      List<Object> values = new ArrayList<>(node.size());
      node.forEach(element -> values.add(plain(element)));
      return values;
    }
    return plainScalar(node);
  }

  public static Map<String, Object> plainObject(JsonNode node) {
    Map<String, Object> values = new LinkedHashMap<>();
    node.properties().forEach(entry -> values.put(entry.getKey(), plain(entry.getValue())));
    return values;
  }

  private static Object plainScalar(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue();
    }
    if (node.canConvertToInt() && node.isIntegralNumber()) {
      return node.intValue();
    }
    if (node.isNumber()) {
      return node.doubleValue();
    }
    return node.booleanValue();
  }

  public static JsonNode node(Object value) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = factory.objectNode();
      map.forEach((key, element) -> object.set(key.toString(), node(element)));
      return object;
    }
    if (value instanceof Iterable<?> elements) {
      ArrayNode array = factory.arrayNode();
      elements.forEach(element -> array.add(node(element)));
      return array;
    }
    if (value instanceof byte[]) {
      throw new UnwritableException();
    }
    return value == None.NONE ? factory.nullNode() : MAPPER.valueToTree(value);
  }

  public static String text(Object value) {
    return node(value).toString();
  }
}
