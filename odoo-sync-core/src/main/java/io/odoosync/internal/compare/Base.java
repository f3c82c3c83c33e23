package io.odoosync.internal.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.odoosync.FieldValue;
import io.odoosync.internal.field.Encoding;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.OdooValues;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state that the sync last agreed on with Odoo, as the link remembers it: each field with the
 * cell that the host's record gave and the one that Odoo had then. Both are kept because Odoo
 * rewrites what it stores; a field has changed on a side if that side's cell is another now.
 *
 * <p>A field that is not in it was never agreed on. A base "as is" says the opposite of all fields:
 * whatever the two sides hold when they are next compared counts as agreed.
 *
 * <p>Of fields that Odoo shares with another record it remembers what was told of them, so that the
 * same is not told again.
 *
 * <p>Of a record that is sent once and then left, it remembers the fingerprint of what was sent.
 */
public final class Base {

  private static final String SENT = "sent";
  private static final String READ = "read";
  private static final String WRITE_DATE = "write_date";
  private static final String DOCUMENT = "document";
  private static final String AS_IS = "as_is";
  private static final String TOLD = "told";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final Base NOTHING = new Base(Map.of(), Map.of(), null, null, false);

  private final Map<String, Agreed> fields;
  private final Map<String, Agreed> told;
  private final @Nullable Instant writeDate;
  private final @Nullable String document;
  private final boolean asIs;

  private Base(
      Map<String, Agreed> fields,
      Map<String, Agreed> told,
      @Nullable Instant writeDate,
      @Nullable String document,
      boolean asIs) {
    this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    this.told = Collections.unmodifiableMap(new LinkedHashMap<>(told));
    this.writeDate = writeDate;
    this.document = document;
    this.asIs = asIs;
  }

  /**
   * A field on which both sides agreed.
   *
   * @param sent the cell that the host's record gave
   * @param read the cell that Odoo had; as sent while it was not read back
   */
  record Agreed(String sent, String read) {}

  /** Nothing was agreed: host and Odoo had the record each by itself. */
  public static Base nothing() {
    return NOTHING;
  }

  /** Whatever both sides hold when they are next compared counts as agreed. */
  public static Base asIs() {
    return new Base(Map.of(), Map.of(), null, null, true);
  }

  /** The base of a record that is sent with these values, while Odoo's answer is not known. */
  public static Base of(FieldValues values) {
    Map<String, Agreed> fields = new LinkedHashMap<>();
    values.byField().forEach((field, value) -> fields.put(field, agreed(value, value)));
    return new Base(fields, Map.of(), null, null, false);
  }

  /** This base once the record that was sent has been read back. */
  public Base readBack(OdooValues read) {
    Map<String, Agreed> known = new LinkedHashMap<>(fields);
    read.values()
        .byField()
        .forEach(
            (field, value) ->
                known.computeIfPresent(
                    field, (name, agreed) -> new Agreed(agreed.sent(), Encoding.cell(value))));
    return new Base(known, told, read.writeDate(), document, asIs);
  }

  /** This base with one more field agreed, or agreed anew. */
  Base with(String field, FieldValue local, FieldValue odoo) {
    Map<String, Agreed> more = new LinkedHashMap<>(fields);
    more.put(field, agreed(local, odoo));
    return new Base(more, told, writeDate, document, false);
  }

  /** This base as if these fields had never been agreed on. */
  Base without(Set<String> names) {
    Map<String, Agreed> rest = new LinkedHashMap<>(fields);
    rest.keySet().removeAll(names);
    return new Base(rest, told, writeDate, document, asIs);
  }

  /** This base once people were told that the two sides hold this and will not be made equal. */
  Base telling(String field, FieldValue local, FieldValue odoo) {
    Map<String, Agreed> more = new LinkedHashMap<>(told);
    more.put(field, agreed(local, odoo));
    return new Base(fields, more, writeDate, document, asIs);
  }

  /** Whether people were told already that the two sides hold this. */
  boolean hasTold(String field, FieldValue local, FieldValue odoo) {
    return agreed(local, odoo).equals(told.get(field));
  }

  private static Agreed agreed(FieldValue local, FieldValue odoo) {
    return new Agreed(Encoding.cell(local), Encoding.cell(odoo));
  }

  /** This base with the time at which Odoo wrote the record. */
  Base writtenAt(@Nullable Instant time) {
    return new Base(fields, told, time, document, asIs);
  }

  /** This base of a record that is sent once, with its fingerprint. */
  public Base ofDocument(String fingerprint) {
    return new Base(fields, told, writeDate, fingerprint, asIs);
  }

  /** The fingerprint of what was sent once, if it is known. */
  public Optional<String> document() {
    return Optional.ofNullable(document);
  }

  /** Odoo's {@code write_date} when both sides were last compared, if it is known. */
  public Optional<Instant> writeDate() {
    return Optional.ofNullable(writeDate);
  }

  /** Whether whatever both sides hold now counts as agreed. */
  public boolean isAsIs() {
    return asIs;
  }

  Optional<Agreed> field(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  /** Whether the host's record still maps to what was sent; of fields never agreed on, yes. */
  public boolean wasSentAs(FieldValues local) {
    return local.byField().entrySet().stream()
        .allMatch(
            value ->
                field(value.getKey())
                    .map(agreed -> agreed.sent().equals(Encoding.cell(value.getValue())))
                    .orElse(true));
  }

  /** Whether the same is agreed, whenever Odoo wrote the record. */
  boolean agreesWith(Base other) {
    return fields.equals(other.fields) && told.equals(other.told) && asIs == other.asIs;
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @param text {@code null} if nothing was agreed yet
   * @throws IllegalStateException if it is something else
   */
  public static Base parse(@Nullable String text) {
    if (text == null) {
      return NOTHING;
    }
    try {
      return parse(MAPPER.readTree(text));
    } catch (JsonProcessingException | DateTimeParseException e) {
      throw new IllegalStateException("the id store returned a damaged base", e);
    }
  }

  private static Base parse(JsonNode tree) {
    if (!tree.isObject()) {
      throw new IllegalStateException("the id store returned a damaged base");
    }
    String writeDate = tree.path(WRITE_DATE).textValue();
    return new Base(
        cells(tree),
        cells(tree.path(TOLD)),
        writeDate == null ? null : Instant.parse(writeDate),
        tree.path(DOCUMENT).textValue(),
        tree.path(AS_IS).asBoolean());
  }

  private static Map<String, Agreed> cells(JsonNode tree) {
    Map<String, Agreed> cells = new LinkedHashMap<>();
    JsonNode read = tree.path(READ);
    tree.path(SENT)
        .properties()
        .forEach(
            sent -> {
              String cell = sent.getValue().asText();
              JsonNode other = read.path(sent.getKey());
              cells.put(
                  sent.getKey(), new Agreed(cell, other.isTextual() ? other.textValue() : cell));
            });
    return cells;
  }

  /** The form in which the id store keeps it. Odoo's cells are left out where they are as sent. */
  public String text() {
    ObjectNode tree = MAPPER.createObjectNode();
    put(fields, tree);
    if (!told.isEmpty()) {
      put(told, tree.putObject(TOLD));
    }
    if (writeDate != null) {
      tree.put(WRITE_DATE, writeDate.toString());
    }
    if (document != null) {
      tree.put(DOCUMENT, document);
    }
    if (asIs) {
      tree.put(AS_IS, true);
    }
    return tree.toString();
  }

  private static void put(Map<String, Agreed> cells, ObjectNode tree) {
    ObjectNode sent = tree.putObject(SENT);
    ObjectNode read = tree.putObject(READ);
    cells.forEach(
        (field, agreed) -> {
          sent.put(field, agreed.sent());
          if (!agreed.read().equals(agreed.sent())) {
            read.put(field, agreed.read());
          }
        });
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Base base && text().equals(base.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  /** Only the fields' names: values do not belong in logs. */
  @Override
  public String toString() {
    return "base of " + fields.keySet();
  }
}
