package io.odoosync;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The id of a record that its host names by several values: the values as one text, joined by
 * slashes. As in JSON Pointer (RFC 6901, section 3), a value's own {@code ~} is written {@code ~0}
 * and its own {@code /} is written {@code ~1}, so that different values never give the same text.
 */
final class CompositeId {

  private static final String SEPARATOR = "/";

  private CompositeId() {}

  static String join(List<?> parts) {
    return parts.stream().map(CompositeId::text).collect(Collectors.joining(SEPARATOR));
  }

  /** Undoes {@link #join}; a text that it can't have given is a single value as it is. */
  static List<String> split(String id) {
    List<String> parts = Arrays.stream(id.split(SEPARATOR, -1)).map(CompositeId::unescape).toList();
    boolean joined =
        parts.size() > 1 && parts.stream().noneMatch(String::isEmpty) && join(parts).equals(id);
    return joined ? parts : List.of(id);
  }

  private static String text(Object part) {
    Objects.requireNonNull(part, "part");
    if (!isStable(part)) {
      throw new IllegalArgumentException(
          "part of an id must be text, a whole number or a UUID, but is a "
              + part.getClass().getName()
              + ": give it as the text that it is to have for ever");
    }
    if (part.toString().isEmpty()) {
      throw new IllegalArgumentException("part of an id must not be empty");
    }
    return escape(part.toString());
  }

  /** Whether the value is written the same by every version of Java and of the host. */
  private static boolean isStable(Object part) {
    return part instanceof String
        || part instanceof Long
        || part instanceof Integer
        || part instanceof Short
        || part instanceof Byte
        || part instanceof BigInteger
        || part instanceof UUID;
  }

  private static String escape(String part) {
    return part.replace("~", "~0").replace(SEPARATOR, "~1");
  }

  private static String unescape(String escaped) {
    return escaped.replace("~1", SEPARATOR).replace("~0", "~");
  }
}
