package io.odoosync.odoo;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A record as Odoo returned it. Immutable. Odoo writes an absent text, date or many2one as {@code
 * false}; the accessors answer {@link Optional#empty()} for it, and also for a field that was not
 * asked for. For a value that such a field can't have they throw {@link
 * OdooOutcomeUnknownException}: it is never taken for absent.
 *
 * @param values the fields as a map, {@code id} among them
 */
public record OdooRecord(OdooValue values) {

  /**
   * Checks that the record has an id.
   *
   * @throws IllegalArgumentException if it has none
   */
  public OdooRecord {
    if (values.get("id").whole().isEmpty()) {
      throw new IllegalArgumentException("a record of Odoo has a numeric id");
    }
  }

  /**
   * The record's database id.
   *
   * @return the id
   */
  public long id() {
    return values.get("id").asWhole();
  }

  /**
   * A text, selection or html field.
   *
   * @param field the field's name
   * @return its value, unless it is absent
   */
  public Optional<String> text(String field) {
    return present(field).map(value -> value.text().orElseThrow(() -> odd(field, "a text", null)));
  }

  /**
   * An integer, float or monetary field.
   *
   * @param field the field's name
   * @return its value
   */
  public Optional<BigDecimal> number(String field) {
    return present(field)
        .map(value -> value.number().orElseThrow(() -> odd(field, "a number", null)));
  }

  /**
   * An integer field.
   *
   * @param field the field's name
   * @return its value
   */
  public Optional<Long> whole(String field) {
    return present(field)
        .map(value -> value.whole().orElseThrow(() -> odd(field, "a whole number", null)));
  }

  /**
   * A boolean field.
   *
   * @param field the field's name
   * @return its value; {@code false} if the field was not asked for
   */
  public boolean flag(String field) {
    return present(field)
        .map(value -> value.flag().orElseThrow(() -> odd(field, "true or false", null)))
        .orElse(false);
  }

  /**
   * A date field.
   *
   * @param field the field's name
   * @return its value, unless it is absent
   */
  public Optional<LocalDate> date(String field) {
    return text(field).map(text -> parsed(field, "a date", text, LocalDate::parse));
  }

  /**
   * A date and time field.
   *
   * @param field the field's name
   * @return its value to the second, unless it is absent
   */
  public Optional<Instant> instant(String field) {
    return text(field).map(text -> parsed(field, "a date and time", text, OdooRecord::instantOf));
  }

  private static Instant instantOf(String text) {
    return LocalDateTime.parse(text, OdooValue.DATETIME).toInstant(ZoneOffset.UTC);
  }

  /**
   * The record that a many2one field points to.
   *
   * @param field the field's name
   * @return its database id, unless the field is empty
   */
  public Optional<Long> reference(String field) {
    return present(field)
        .map(
            value ->
                value
                    .whole()
                    .or(() -> value.get(0).whole())
                    .filter(id -> id >= 0)
                    .orElseThrow(() -> odd(field, "a record", null)))
        .filter(id -> id > 0);
  }

  /**
   * The records that a one2many or many2many field points to.
   *
   * @param field the field's name
   * @return their database ids in Odoo's order; empty if there are none
   * @throws IllegalStateException if the field holds a list of something else
   */
  public List<Long> references(String field) {
    return present(field)
        .map(value -> value.list().orElseThrow(() -> odd(field, "a list of records", null)))
        .map(ids -> ids.stream().map(OdooValue::asWhole).toList())
        .orElse(List.of());
  }

  /** The value of a field that was asked for and is not absent. */
  private Optional<OdooValue> present(String field) {
    OdooValue value = values.get(field);
    boolean absent = value.isNull() || value.flag().filter(given -> !given).isPresent();
    return absent ? Optional.empty() : Optional.of(value);
  }

  private <T> T parsed(String field, String shape, String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (DateTimeException e) {
      throw odd(field, shape, e);
    }
  }

  /** Never the value itself, which may be anybody's data. */
  private OdooException odd(String field, String shape, @Nullable Throwable cause) {
    return OdooOutcomeUnknownException.ofReading(
        "record " + id() + ": the answer is no result of Odoo's: " + field + " should be " + shape,
        cause);
  }

  /** The record's fields as JSON, of which at most 500 characters are shown. */
  @Override
  public String toString() {
    return "OdooRecord" + values;
  }
}
