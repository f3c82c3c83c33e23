package io.odoosync;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Odoo fields of one record while a {@link FieldMapping} works on them. Rich text is plain text
 * here; it becomes html where the server wants it. Not safe for use by several threads.
 */
public final class MappedFields {

  private final Map<String, FieldValue> values;
  private final Set<String> touched = new LinkedHashSet<>();

  /**
   * Starts with these fields.
   *
   * @param values the values by technical name; copied
   */
  public MappedFields(Map<String, FieldValue> values) {
    this.values = new LinkedHashMap<>(values);
  }

  /**
   * What a field is to hold.
   *
   * @param field technical name in Odoo
   * @return its value; nothing also if the field is not kept in step
   */
  public FieldValue get(String field) {
    return values.getOrDefault(field, FieldValue.nothing());
  }

  /**
   * Sets what a field is to hold.
   *
   * @param field technical name in Odoo
   * @param value a value that {@link FieldValue#of} takes; {@code null} clears the field in Odoo
   * @return these fields
   * @throws IllegalArgumentException if {@link FieldValue#of} does not take the value
   */
  public MappedFields set(String field, @Nullable Object value) {
    values.put(field, FieldValue.of(value));
    touched.add(field);
    return this;
  }

  /**
   * Takes a field out: what Odoo has there is neither changed nor looked at.
   *
   * @param field technical name in Odoo; nothing happens if it is not among the fields
   * @return these fields
   */
  public MappedFields remove(String field) {
    values.remove(field);
    touched.add(field);
    return this;
  }

  /**
   * All fields with their values.
   *
   * @return a view in a fixed order, which can't be changed
   */
  public Map<String, FieldValue> values() {
    return Collections.unmodifiableMap(values);
  }

  /**
   * The fields that were set or removed since the start.
   *
   * @return a view, which can't be changed
   */
  public Set<String> touched() {
    return Collections.unmodifiableSet(touched);
  }
}
