package io.odoosync.jdbc;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text as bytes that a database compares exactly as Java compares the text, whatever its
 * collation, its case rules and its handling of trailing spaces: in UTF-16, high byte first. A
 * local key is the kind, a slash and the id: the slash sorts before every character that a kind may
 * have, so a kind sorts before the kinds that it begins. UTF-8 would not do: it puts U+E000 to
 * U+FFFF before the supplementary characters, {@link String#compareTo} behind them.
 */
final class SortKey {

  /** Sorts before every key. */
  static final byte[] LOWEST = {};

  private SortKey() {}

  static byte[] of(LocalKey key) {
    return of(key.kind() + '/' + key.id());
  }

  /** A key among those of all kinds of entities. */
  static byte[] of(EntityType type, LocalKey key) {
    return of(type.name() + '/' + key.kind() + '/' + key.id());
  }

  static byte[] of(String text) {
    return text.getBytes(StandardCharsets.UTF_16BE);
  }

  /**
   * Sorts after every text that begins with a prefix and before all other texts that sort after
   * those: the prefix, filled up with the highest byte to more than the longest text has.
   *
   * @param maxLength how many characters a text may have
   */
  static byte[] endOf(String prefix, int maxLength) {
    byte[] begin = of(prefix);
    byte[] end = Arrays.copyOf(begin, 2 * maxLength + 1);
    Arrays.fill(end, begin.length, end.length, (byte) 0xFF);
    return end;
  }
}
