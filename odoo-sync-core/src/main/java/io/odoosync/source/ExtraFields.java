package io.odoosync.source;

import io.odoosync.FieldValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the extra values of a record, in the order in which they are named first. */
final class ExtraFields {

  private final Map<String, FieldValue> values = new LinkedHashMap<>();

  void put(String field, @Nullable Object value) {
    values.put(
        Objects.requireNonNull(field, "field"),
        value instanceof FieldValue typed ? typed : FieldValue.of(value));
  }

  void putAll(Map<String, FieldValue> others) {
    values.putAll(others);
  }

  Map<String, FieldValue> copy() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
