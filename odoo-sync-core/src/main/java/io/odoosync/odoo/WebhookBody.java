package io.odoosync.odoo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what anybody may have posted. Only what is needed becomes a value; all else is walked over.
 */
final class WebhookBody {

  private static final int MAX_DEPTH = 100;
  private static final int MAX_DIGITS = 400;
  private static final int MAX_NAME = 128;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_DIGITS)
                  .maxStringLength(OdooWebhook.MAX_BYTES)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** Names of models are Odoo's and those of its add-ons. */
  private static final Pattern MODEL = Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z0-9_]+)*");

  /** Python's way to print a time; without a fraction if that is zero. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);

  private final byte[] body;
  private @Nullable String model;
  private long id;
  private @Nullable Instant writeDate;

  WebhookBody(byte[] body) {
    this.body = body;
  }

  OdooWebhook webhook() {
    if (body.length > OdooWebhook.MAX_BYTES) {
      throw refused("is longer than " + OdooWebhook.MAX_BYTES + " bytes");
    }
    try (JsonParser parser = FACTORY.createParser(body)) {
      read(parser);
    } catch (StreamConstraintsException e) {
      throw refused("is too deep, or has a number or a text that is too long");
    } catch (JsonProcessingException e) {
      throw refused("is no JSON, or has a name twice");
    } catch (IOException e) {
      throw refused("is no text in UTF-8");
    }
    if (model == null || id == 0) {
      throw refused("must have _model and _id");
    }
    return new OdooWebhook(model, id, writeDate);
  }

  private void read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw refused("must be a JSON object");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      field(name, parser);
    }
    if (parser.nextToken() != null) {
      throw refused("must be one JSON object and nothing else");
    }
  }

  private void field(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "_model" -> model = model(parser);
      case "_id" -> id = id(parser);
      case "write_date" -> writeDate = time(parser);
      default -> parser.skipChildren();
    }
  }

  private static String model(JsonParser parser) throws IOException {
    String text = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
    if (text.length() > MAX_NAME || !MODEL.matcher(text).matches()) {
      throw refused("must have the name of a model in _model, such as res.partner");
    }
    return text;
  }

  private static long id(JsonParser parser) throws IOException {
    boolean whole =
        parser.currentToken() == JsonToken.VALUE_NUMBER_INT
            && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    if (!whole || parser.getLongValue() <= 0) {
      throw refused("must have a whole number above 0 in _id");
    }
    return parser.getLongValue();
  }

  /** Odoo says {@code false} where there is no time. */
  private static @Nullable Instant time(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NULL, VALUE_FALSE -> null;
      case VALUE_STRING -> time(parser.getText());
      default -> throw refusedTime();
    };
  }

  private static Instant time(String text) {
    try {
      return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw refusedTime();
    }
  }

  private static IllegalArgumentException refusedTime() {
    return refused("must have a time in write_date, such as 2026-11-27 04:02:36.021945");
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("the body of a webhook " + why);
  }
}
