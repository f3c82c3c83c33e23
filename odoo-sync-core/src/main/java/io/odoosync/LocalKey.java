package io.odoosync;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names one record of the host application, for ever: the kind of the record and its identifier
 * within that kind, for example {@code teacher/42}. The record's external id in Odoo is derived
 * from it, so neither part may change once the record has been synced.
 *
 * @param kind what the record is in the host's words: a lower-case letter, then lower-case letters
 *     and digits, {@value #MAX_KIND_LENGTH} characters at most
 * @param id the host's identifier: any text without control characters or unpaired surrogates, 1 to
 *     {@value #MAX_ID_LENGTH} characters; case matters
 */
public record LocalKey(String kind, String id) implements Comparable<LocalKey> {

  /** The longest kind, in characters. */
  public static final int MAX_KIND_LENGTH = 40;

  /** The longest id, in characters. */
  public static final int MAX_ID_LENGTH = 200;

  private static final Pattern KIND =
      Pattern.compile("[a-z][a-z0-9]{0," + (MAX_KIND_LENGTH - 1) + "}");

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
          "kind must be a lower-case letter followed by lower-case letters or digits, at most "
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
   * A key from a kind and a numeric id.
   *
   * @param kind the kind
   * @param id the id, written in decimal
   * @return the key
   */
  public static LocalKey of(String kind, long id) {
    return new LocalKey(kind, Long.toString(id));
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
