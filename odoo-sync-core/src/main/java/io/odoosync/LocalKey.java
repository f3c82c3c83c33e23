package io.odoosync;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names one record of the host application, for ever: the kind of the record and its identifier
 * within that kind, for example {@code teacher/42}. The record's external id in Odoo is derived
 * from it, so neither part may change once the record has been synced.
 *
 * <pre>{@code
 * LocalKey.of("teacher", 42);
 * LocalKey.of(Kind.SCHOOL_TEACHER.name(), uuid); // an enum's constant can't be renamed from then on
 * LocalKey.of("travel_line", 4711, "FR");        // a composite primary key
 * }</pre>
 *
 * @param kind what the record is in the host's words: a letter, then letters, digits and
 *     underscores, all of ASCII, {@value #MAX_KIND_LENGTH} characters at most; case matters
 * @param id the host's identifier: any text without control characters or unpaired surrogates, 1 to
 *     {@value #MAX_ID_LENGTH} characters; case matters
 */
public record LocalKey(String kind, String id) implements Comparable<LocalKey> {

  /** The longest kind, in characters. */
  public static final int MAX_KIND_LENGTH = 40;

  /** The longest id, in characters. */
  public static final int MAX_ID_LENGTH = 200;

  private static final Pattern KIND =
      Pattern.compile("[A-Za-z][A-Za-z0-9_]{0," + (MAX_KIND_LENGTH - 1) + "}");

  /**
   * Checks both parts.
   *
   * @throws IllegalArgumentException if one of them breaks its rule; the message names the rule
   */
  public LocalKey {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(id, "id");
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException(
          "kind must be a letter followed by letters, digits or underscores, of ASCII and at most "
              + MAX_KIND_LENGTH
              + " in all, but is '"
              + kind
              + "'");
    }
    if (id.isEmpty() || id.length() > MAX_ID_LENGTH) {
      throw new IllegalArgumentException(
          "id of a "
              + kind
              + " must have 1 to "
              + MAX_ID_LENGTH
              + " characters, but has "
              + id.length());
    }
    if (id.codePoints().anyMatch(LocalKey::isUnusable)) {
      throw new IllegalArgumentException(
          "id of a " + kind + " must not hold control characters or unpaired surrogates");
    }
  }

  /**
   * A key from a kind and any textual id.
   *
   * @param kind the kind
   * @param id the id
   * @return the key
   */
  public static LocalKey of(String kind, String id) {
    return new LocalKey(kind, id);
  }

  /**
   * Reads what {@link #toString} wrote: a kind, a slash and an id, such as {@code teacher/42}. A
   * kind has no slash, an id may have some.
   *
   * @param text the text
   * @return the key
   * @throws IllegalArgumentException if it is no such text; the message says what one is
   */
  public static LocalKey parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          "a key is a kind, a slash and an id, such as teacher/42, but this has no slash");
    }
    return new LocalKey(text.substring(0, slash), text.substring(slash + 1));
  }

  /**
   * A key from a kind and a numeric id.
   *
   * @param kind the kind
   * @param id the id, written in decimal
   * @return the key
   */
  public static LocalKey of(String kind, long id) {
    return new LocalKey(kind, Long.toString(id));
  }

  /**
   * A key from a kind and a UUID.
   *
   * @param kind the kind
   * @param id the id, written in lower case
   * @return the key
   */
  public static LocalKey of(String kind, UUID id) {
    return new LocalKey(kind, id.toString());
  }

  /**
   * A key from a kind and a composite id, such as a primary key of several columns. The values are
   * joined by slashes; a value's own {@code ~} becomes {@code ~0}, its own {@code /} becomes {@code
   * ~1}. So no other values give the same key, and {@link #parts} gives them back.
   *
   * @param kind the kind
   * @param first a value: a {@link String} that is not empty, a whole number (from {@link Byte} to
   *     {@link Long}, or a {@link java.math.BigInteger}) or a {@link UUID}
   * @param second another value
   * @param more further values
   * @return the key
   * @throws IllegalArgumentException if a value is of another type or empty, or if all of them
   *     together break the rule of an id
   */
  public static LocalKey of(String kind, Object first, Object second, Object... more) {
    List<Object> parts = new ArrayList<>(List.of(first, second));
    parts.addAll(Arrays.asList(more));
    return new LocalKey(kind, CompositeId.join(parts));
  }

  /**
   * The values of a composite id.
   *
   * @return their texts in the order in which they were given; the id alone if it is not composite
   */
  public List<String> parts() {
    return CompositeId.split(id);
  }

  private static boolean isUnusable(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }

  /** Orders by kind, then by id, both as text. */
  @Override
  public int compareTo(LocalKey other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : id.compareTo(other.id);
  }

  /** The key as it appears in logs and reports: {@code kind/id}. */
  @Override
  public String toString() {
    return kind + "/" + id;
  }
}
