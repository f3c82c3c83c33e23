package io.odoosync.jdbc;

import io.odoosync.LocalKey;
import java.nio.charset.StandardCharsets;

/**
 * A local key as bytes that a database compares exactly as Java compares the key, whatever its
 * collation, its case rules and its handling of trailing spaces: the kind, a slash and the id in
 * UTF-16, high byte first. The slash sorts before every character that a kind may have, so a kind
 * sorts before the kinds that it begins. UTF-8 would not do: it puts U+E000 to U+FFFF before the
 * supplementary characters, {@link String#compareTo} behind them.
 */
final class SortKey {

  /** Sorts before every key. */
  static final byte[] LOWEST = {};

  private SortKey() {}

  static byte[] of(LocalKey key) {
    return (key.kind() + '/' + key.id()).getBytes(StandardCharsets.UTF_16BE);
  }
}
