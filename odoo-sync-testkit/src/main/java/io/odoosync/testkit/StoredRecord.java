package io.odoosync.testkit;

import java.util.List;
import java.util.Map;

/**
 * A record as the server stores it, at the moment it was asked for.
 *
 * @param externalId the external id, or "" if it has none
 * @param values the values by field, as {@code read} answers them with many2ones as plain ids;
 *     {@code false} is Odoo's empty value. Times have their microseconds.
 */
public record StoredRecord(String model, int id, String externalId, Map<String, Object> values) {

  /** Copies the values. */
  public StoredRecord {
    values = Map.copyOf(values);
  }

  /** The value of a field; {@code false} if it is empty. */
  public Object get(String field) {
    return values.getOrDefault(field, false);
  }

  /** The text of a field; "" if it is empty. */
  public String text(String field) {
    return get(field) instanceof String text ? text : "";
  }

  /** The number in a field; 0 if it is empty. */
  public double number(String field) {
    return get(field) instanceof Number number ? number.doubleValue() : 0;
  }

  /** Whether a boolean field is true. */
  public boolean flag(String field) {
    return Boolean.TRUE.equals(get(field));
  }

  /** The id that a many2one points to; 0 if it is empty. */
  public int one(String field) {
    return get(field) instanceof Integer id ? id : 0;
  }

  /** The ids of a one2many or many2many, in the server's order; may be empty. */
  public List<Integer> many(String field) {
    return get(field) instanceof List<?> list
        ? list.stream().filter(Integer.class::isInstance).map(Integer.class::cast).toList()
        : List.of();
  }
}
