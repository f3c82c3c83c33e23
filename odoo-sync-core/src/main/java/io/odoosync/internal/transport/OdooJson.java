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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as Odoo reads and writes it. An answer becomes values while it is parsed. */
final class OdooJson {

  /** Odoo's replies are a few levels deep; a deeper one is an attack or no Odoo. */
  private static final int MAX_DEPTH = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private OdooJson() {}

  /**
   * Reads an answer.
   *
   * @throws IOException if it is no JSON. Says where, but quotes nothing: a server may echo secrets
   */
  static OdooValue parse(byte[] body) throws IOException {
    try (JsonParser parser = FACTORY.createParser(body)) {
      return document(parser);
    } catch (JsonProcessingException e) {
      throw unreadable(e.getClass().getSimpleName(), e.getLocation());
    }
  }

  private static OdooValue document(JsonParser parser) throws IOException {
    if (parser.nextToken() == null) {
      throw unreadable("no JSON", parser.currentLocation());
    }
    OdooValue value = value(parser);
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
  private static OdooValue value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> map(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> OdooValue.of(parser.getText());
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> OdooValue.of(parser.getDecimalValue());
      case VALUE_TRUE -> OdooValue.of(true);
      case VALUE_FALSE -> OdooValue.of(false);
      case VALUE_NULL -> OdooValue.NULL;
      default -> throw new IllegalStateException("a parser stops at " + parser.currentToken());
    };
  }

  private static OdooValue integer(JsonParser parser) throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? OdooValue.of(parser.getBigIntegerValue())
        : OdooValue.of(parser.getLongValue());
  }

  private static OdooValue list(JsonParser parser) throws IOException {
    List<OdooValue> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(parser));
    }
    return OdooValue.of(values);
  }

  private static OdooValue map(JsonParser parser) throws IOException {
    Map<String, OdooValue> values = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      values.put(name, value(parser));
    }
    return OdooValue.of(values);
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
