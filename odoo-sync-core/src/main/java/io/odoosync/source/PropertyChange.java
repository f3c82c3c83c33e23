package io.odoosync.source;

import io.odoosync.FieldValue;
import java.util.Objects;

/**
 * One property of a record that is to change.
 *
 * @param property its name in the record, for example {@code email} or {@code address.city}
 * @param before its value now
 * @param after the value that it is to have
 */
public record PropertyChange(String property, FieldValue before, FieldValue after) {

  /** Checks that all is there. */
  public PropertyChange {
    Objects.requireNonNull(property, "property");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }

  /** For a log: {@code email: 'a@example.com' → 'b@example.com'}. */
  @Override
  public String toString() {
    return property + ": " + before + " → " + after;
  }
}
