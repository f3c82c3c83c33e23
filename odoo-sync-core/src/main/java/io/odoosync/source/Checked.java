package io.odoosync.source;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the builders of this package check alike. */
final class Checked {

  private static final String NOTHING_SAID = ", unreadable=null]";

  private Checked() {}

  static @Nullable Long odooId(@Nullable Long odooId) {
    if (odooId != null && odooId <= 0) {
      throw new IllegalArgumentException("odooId must be more than 0, but is " + odooId);
    }
    return odooId;
  }

  /** A copy in the same order. */
  static <T> List<T> copy(String name, Collection<? extends T> values) {
    Objects.requireNonNull(values, name)
        .forEach(value -> Objects.requireNonNull(value, name + " must not hold null"));
    return List.copyOf(values);
  }

  static <T> T set(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " must be set");
    }
    return value;
  }

  /** All parts as text, under the name of the type that they are parts of. */
  static String named(String type, Record parts) {
    return type + parts.toString().substring(parts.getClass().getSimpleName().length());
  }

  /** All parts as text; of a record that could be read, nothing is said about that. */
  static String text(String type, Record parts, @Nullable String unreadable) {
    String all = named(type, parts);
    return unreadable == null ? all.substring(0, all.lastIndexOf(NOTHING_SAID)) + "]" : all;
  }
}
