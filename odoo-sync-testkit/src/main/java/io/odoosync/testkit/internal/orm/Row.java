package io.odoosync.testkit.internal.orm;

import java.util.HashMap;
import java.util.Map;

/** A stored record. What it has no value for is {@code false}, Odoo's empty value. */
public final class Row {
  private final int id;
  private final Map<String, Object> values = new HashMap<>();

  Row(int id) {
    this.id = id;
  }

  public int id() {
    return id;
  }

  public Object get(String field) {
    return field.equals("id") ? (Object) id : values.getOrDefault(field, false);
  }

  /** The stored values, without the empty ones. */
  public Map<String, Object> values() {
    return Map.copyOf(values);
  }

  void put(String field, Object value) {
    if (Boolean.FALSE.equals(value)) {
      values.remove(field);
    } else {
      values.put(field, value);
    }
  }
}
