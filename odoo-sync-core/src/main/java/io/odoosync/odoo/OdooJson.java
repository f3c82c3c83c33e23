package io.odoosync.odoo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as Odoo reads and writes it. */
final class OdooJson {

  /** Odoo's replies are a few levels deep; a deeper one is an attack or no Odoo. */
  private static final int MAX_DEPTH = 100;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final DateTimeFormatter DATETIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private OdooJson() {}

  /**
   * Reads an answer.
   *
   * @throws IOException if it is no JSON. Says where, but quotes nothing: a server may echo secrets
   */
  static JsonNode parse(byte[] body) throws IOException {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      String line = place == null ? "?" : String.valueOf(place.getLineNr());
      String column = place == null ? "?" : String.valueOf(place.getColumnNr());
      throw new IOException(
          e.getClass().getSimpleName() + " at line " + line + ", column " + column);
    }
  }

  static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree could not be written", e);
    }
  }

  static ObjectNode object() {
    return NODES.objectNode();
  }

  static ArrayNode array() {
    return NODES.arrayNode();
  }

  /**
   * Turns a Java value into what Odoo reads. {@code null} becomes {@code false}, which is how Odoo
   * writes an absent value; an instant becomes a time in UTC.
   */
  static JsonNode node(@Nullable Object value) {
    if (value == null) {
      return BooleanNode.FALSE;
    } else if (value instanceof JsonNode node) {
      return node;
    } else if (value instanceof CharSequence text) {
      return TextNode.valueOf(text.toString());
    } else if (value instanceof Boolean flag) {
      return BooleanNode.valueOf(flag);
    } else if (value instanceof Number number) {
      return number(number);
    } else if (value instanceof LocalDate day) {
      return TextNode.valueOf(day.toString());
    } else if (value instanceof Instant instant) {
      return TextNode.valueOf(DATETIME.format(instant));
    } else if (value instanceof Collection<?> values) {
      return array(values);
    } else if (value instanceof Map<?, ?> values) {
      return object(values);
    } else if (value instanceof Domain domain) {
      return domain.toJson();
    }
    throw new IllegalArgumentException(
        "a value for Odoo must be text, a number, a boolean, a LocalDate, an Instant, a collection, a"
            + " map or a JsonNode, but is a "
            + value.getClass().getName());
  }

  private static JsonNode number(Number number) {
    if (number instanceof Integer || number instanceof Long || number instanceof Short) {
      return NODES.numberNode(number.longValue());
    } else if (number instanceof BigDecimal decimal) {
      return DecimalNode.valueOf(decimal);
    } else if (number instanceof Double || number instanceof Float) {
      return DecimalNode.valueOf(BigDecimal.valueOf(number.doubleValue()));
    }
    return DecimalNode.valueOf(new BigDecimal(number.toString()));
  }

  static ArrayNode array(Collection<?> values) {
    ArrayNode array = array();
    values.forEach(value -> array.add(node(value)));
    return array;
  }

  static ObjectNode object(Map<?, ?> values) {
    ObjectNode object = object();
    values.forEach((name, value) -> object.set(String.valueOf(name), node(value)));
    return object;
  }

  /** Reads a time as Odoo writes it over RPC: UTC, to the second. */
  static Instant instant(String text) {
    return LocalDateTime.parse(text, DATETIME).toInstant(ZoneOffset.UTC);
  }
}
