package io.odoosync.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A record as Odoo returned it. Odoo writes an absent text, date or many2one as {@code false}; the
 * accessors answer {@link Optional#empty()} for it, and also for a field that was not asked for.
 *
 * @param values the fields, {@code id} among them
 */
public record OdooRecord(ObjectNode values) {

  /** Checks that the record has an id. */
  public OdooRecord {
    if (!values.path("id").isIntegralNumber()) {
      throw new IllegalArgumentException("a record of Odoo has a numeric id");
    }
  }

  /**
   * The record's database id.
   *
   * @return the id
   */
  public long id() {
    return values.path("id").longValue();
  }

  /**
   * A text, selection or html field.
   *
   * @param field the field's name
   * @return its value, unless it is absent
   */
  public Optional<String> text(String field) {
    return Optional.of(value(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  /**
   * An integer, float or monetary field.
   *
   * @param field the field's name
   * @return its value
   */
  public Optional<BigDecimal> number(String field) {
    return Optional.of(value(field)).filter(JsonNode::isNumber).map(JsonNode::decimalValue);
  }

  /**
   * A boolean field.
   *
   * @param field the field's name
   * @return its value; {@code false} if the field was not asked for
   */
  public boolean flag(String field) {
    return value(field).asBoolean(false);
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
    return text(field).map(OdooJson::instant);
  }

  /**
   * The record that a many2one field points to.
   *
   * @param field the field's name
   * @return its database id, unless the field is empty
   */
  public Optional<Long> reference(String field) {
    JsonNode value = value(field);
    JsonNode id = value.isArray() ? value.path(0) : value;
    return Optional.of(id).filter(JsonNode::isIntegralNumber).map(JsonNode::longValue);
  }

  /**
   * The records that a one2many or many2many field points to.
   *
   * @param field the field's name
   * @return their database ids in Odoo's order; empty if there are none
   */
  public List<Long> references(String field) {
    List<Long> ids = new ArrayList<>();
    value(field).forEach(id -> ids.add(id.longValue()));
    return List.copyOf(ids);
  }

  private JsonNode value(String field) {
    return Objects.requireNonNullElse(values.get(field), MissingNode.getInstance());
  }
}
