package io.odoosync.internal.transport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.odoosync.odoo.OdooValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as Odoo reads and writes it. An answer becomes values while it is parsed, as long as they
 * are as many, as deep and as long as those of an Odoo can be.
 */
final class OdooJson {

  /** What the smallest value may take of the memory that an answer is allowed. */
  static final int BYTES_OF_A_VALUE = 64;

  /** Odoo's replies are a few levels deep; a deeper one is an attack or no Odoo. */
  private static final int MAX_DEPTH = 100;

  /** Python's longest floating point number written out has some 330 digits. */
  private static final int MAX_DIGITS = 400;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(MAX_DIGITS)
                  .build())
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private final JsonParser parser;
  private final int maxValues;
  private int values;

  private OdooJson(JsonParser parser, int maxValues) {
    this.parser = parser;
    this.maxValues = maxValues;
  }

  /** How many values an answer may have that may have so many bytes. */
  static int maxValues(int maxBytes) {
    return maxBytes / BYTES_OF_A_VALUE;
  }

  /** Reads a text that somebody else has bounded. */
  static OdooValue parse(byte[] body) throws IOException {
    return parse(body, Integer.MAX_VALUE);
  }

  /**
   * Reads an answer.
   *
   * @param maxValues how many values it may have, those in lists and maps included
   * @throws AnswerTooLargeException if it has more
   * @throws IOException if it is no JSON. Says where, but quotes nothing: a server may echo secrets
   */
  static OdooValue parse(byte[] body, int maxValues) throws IOException {
    try (JsonParser parser = FACTORY.createParser(body)) {
      return new OdooJson(parser, maxValues).document();
    } catch (JsonProcessingException e) {
      throw unreadable(e.getClass().getSimpleName(), e.getLocation());
    }
  }

  private OdooValue document() throws IOException {
    if (parser.nextToken() == null) {
      throw unreadable("no JSON", parser.currentLocation());
    }
    OdooValue value = value();
    if (parser.nextToken() != null) {
      throw unreadable("more than one JSON value", parser.currentLocation());
    }
    return value;
  }

  private static IOException unreadable(String what, @Nullable JsonLocation place) {
    String line = place == null ? "?" : String.valueOf(place.getLineNr());
    String column = place == null ? "?" : String.valueOf(place.getColumnNr());
    return new IOException(what + " at line " + line + ", column " + column);
  }

  /** The value that begins with the current token; as deep as the parser lets it be. */
  private OdooValue value() throws IOException {
    if (++values > maxValues) {
      throw AnswerTooLargeException.values(maxValues);
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> map();
      case START_ARRAY -> list();
      case VALUE_STRING -> OdooValue.of(parser.getText());
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> decimal();
      case VALUE_TRUE -> OdooValue.of(true);
      case VALUE_FALSE -> OdooValue.of(false);
      case VALUE_NULL -> OdooValue.NULL;
      default -> throw new IllegalStateException("a parser stops at " + parser.currentToken());
    };
  }

  private OdooValue integer() throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? OdooValue.of(parser.getBigIntegerValue())
        : OdooValue.of(parser.getLongValue());
  }

  /** One of a few characters may have a million digits once it is written out. */
  private OdooValue decimal() throws IOException {
    BigDecimal number = parser.getDecimalValue();
    if (Math.abs((long) number.scale()) > MAX_DIGITS) {
      throw unreadable("a number of too many digits", parser.currentTokenLocation());
    }
    return OdooValue.of(number);
  }

  private OdooValue list() throws IOException {
    List<OdooValue> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value());
    }
    return OdooValue.of(list);
  }

  private OdooValue map() throws IOException {
    Map<String, OdooValue> map = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (map.put(name, value()) != null) {
        throw unreadable("a name twice", parser.currentTokenLocation());
      }
    }
    return OdooValue.of(map);
  }

  static byte[] bytes(OdooValue value) {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder()) {
      try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
        write(value, generator);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("a value could not be written", e);
    }
  }

  private static void write(OdooValue value, JsonGenerator generator) throws IOException {
    switch (value.kind()) {
      case TEXT -> generator.writeString(value.asText());
      case NUMBER -> generator.writeNumber(value.asNumber());
      case FLAG -> generator.writeBoolean(value.asFlag());
      case LIST -> writeList(value.asList(), generator);
      case MAP -> writeMap(value.asMap(), generator);
      case NULL -> generator.writeNull();
    }
  }

  private static void writeList(List<OdooValue> values, JsonGenerator generator)
      throws IOException {
    generator.writeStartArray();
    for (OdooValue value : values) {
      write(value, generator);
    }
    generator.writeEndArray();
  }

  private static void writeMap(Map<String, OdooValue> values, JsonGenerator generator)
      throws IOException {
    generator.writeStartObject();
    for (Map.Entry<String, OdooValue> value : values.entrySet()) {
      generator.writeFieldName(value.getKey());
      write(value.getValue(), generator);
    }
    generator.writeEndObject();
  }
}
