package io.odoosync.odoo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A record as Odoo returned it. Immutable. Odoo writes an absent text, date or many2one as {@code
 * false}; the accessors answer {@link Optional#empty()} for it, and also for a field that was not
 * asked for.
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
    return values.get(field).text();
  }

  /**
   * An integer, float or monetary field.
   *
   * @param field the field's name
   * @return its value
   */
  public Optional<BigDecimal> number(String field) {
    return values.get(field).number();
  }

  /**
   * A boolean field.
   *
   * @param field the field's name
   * @return its value; {@code false} if the field was not asked for
   */
  public boolean flag(String field) {
    return values.get(field).flag().orElse(false);
  }

  /**
   * A date field.
   *
   * @param field the field's name
   * @return its value, unless it is absent
   */
  public Optional<LocalDate> date(String field) {
    return text(field).map(LocalDate::parse);
  }

  /**
   * A date and time field.
   *
   * @param field the field's name
   * @return its value to the second, unless it is absent
   */
  public Optional<Instant> instant(String field) {
    return text(field).map(OdooRecord::instantOf);
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
    OdooValue value = values.get(field);
    return value.whole().or(() -> value.get(0).whole());
  }

  /**
   * The records that a one2many or many2many field points to.
   *
   * @param field the field's name
   * @return their database ids in Odoo's order; empty if there are none
   * @throws IllegalStateException if the field holds a list of something else
   */
  public List<Long> references(String field) {
    List<OdooValue> ids = values.get(field).list().orElse(List.of());
    return ids.stream().map(OdooValue::asWhole).toList();
  }

  /** The record's fields as JSON, of which at most 500 characters are shown. */
  @Override
  public String toString() {
    return "OdooRecord" + values;
  }
}
