package io.odoosync.source;

import io.odoosync.TypedValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the extra values of a record, in the order in which they are named first. */
final class ExtraFields {

  private final Map<String, TypedValue> values = new LinkedHashMap<>();

  void put(String field, @Nullable Object value) {
    values.put(
        Objects.requireNonNull(field, "field"),
        value instanceof TypedValue typed ? typed : TypedValue.of(value));
  }

  void putAll(Map<String, TypedValue> others) {
    values.putAll(others);
  }

  Map<String, TypedValue> copy() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
