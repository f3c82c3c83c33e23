package io.odoosync.source;

import io.odoosync.LocalKey;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;

/** Turns what reading a row throws into a record that says so. */
final class UnreadableRow {

  /** What ISO 4217 calls "no currency", for a record that must have one and can't be read. */
  static final String NO_CURRENCY = "XXX";

  private UnreadableRow() {}

  static <T extends SourceRecord> T read(
      LocalKey key, Callable<T> row, BiFunction<LocalKey, String, T> unreadable) {
    Objects.requireNonNull(key, "key");
    try {
      T record = Objects.requireNonNull(row.call(), "its row gave null");
      return record.key().equals(key)
          ? record
          : unreadable.apply(key, "its row gave another one, " + record.key());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unreadable.apply(key, "the thread was interrupted while its row was read");
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      return unreadable.apply(key, "its row can't be read: " + e);
    }
  }
}
