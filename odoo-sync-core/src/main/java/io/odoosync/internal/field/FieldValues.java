package io.odoosync.internal.field;

import io.odoosync.FieldValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** What the fields of one record are to hold, in a fixed order. */
public record FieldValues(Map<String, FieldValue> byField) {

  /** Copies the map and keeps its order. */
  public FieldValues {
    byField = Collections.unmodifiableMap(new LinkedHashMap<>(byField));
  }

  /** The value of a field, nothing also if the field is not among them. */
  public FieldValue get(String field) {
    return Objects.requireNonNullElseGet(byField.get(field), FieldValue::nothing);
  }

  /** Whether the field is among them, even if its value is nothing. */
  public boolean has(String field) {
    return byField.containsKey(field);
  }

  /** Whether there is nothing to write. */
  public boolean isEmpty() {
    return byField.isEmpty();
  }

  /** Those fields that meet a condition. */
  public FieldValues where(BiPredicate<String, FieldValue> condition) {
    Map<String, FieldValue> kept = new LinkedHashMap<>();
    byField.forEach(
        (field, value) -> {
          if (condition.test(field, value)) {
            kept.put(field, value);
          }
        });
    return new FieldValues(kept);
  }

  /** These fields followed by others. */
  public FieldValues plus(FieldValues others) {
    Map<String, FieldValue> joined = new LinkedHashMap<>(byField);
    joined.putAll(others.byField);
    return new FieldValues(joined);
  }

  /** The values as {@code write} takes them. */
  public Map<String, @Nullable Object> written() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    byField.forEach((field, value) -> values.put(field, Encoding.written(value)));
    return values;
  }

  /** Starts an empty set of values. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects fields. */
  public static final class Builder {
    private final Map<String, FieldValue> byField = new LinkedHashMap<>();

    private Builder() {}

    /** Sets a field. */
    public Builder set(String field, FieldValue value) {
      byField.put(field, value);
      return this;
    }

    /** The values so far. */
    public FieldValues build() {
      return new FieldValues(byField);
    }
  }
}
