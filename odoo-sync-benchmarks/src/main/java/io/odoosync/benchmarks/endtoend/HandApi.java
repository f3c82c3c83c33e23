package io.odoosync.benchmarks.endtoend;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How somebody writes to Odoo who does without the library. */
interface HandApi extends AutoCloseable {

  /** How many records go into one call; at least 1. */
  int batch(int largest);

  /**
   * Creates the records of one batch.
   *
   * @return their ids, in the same order
   */
  List<Long> create(String model, List<HandRecord> records);

  /**
   * Gives each record of one batch values of its own.
   *
   * @param readBack what is to be read back
   * @return whether it was read back in the same call
   */
  boolean update(
      String model, Map<Long, Map<String, @Nullable Object>> values, Set<String> readBack);

  /** Gives all records of one batch the same values. */
  void write(String model, List<Long> ids, Map<String, @Nullable Object> values);

  /** Calls a method on all records of one batch. */
  void call(String model, String method, List<Long> ids);

  /** How many calls it has made so far; 0 if it can't tell. */
  long calls();

  @Override
  void close();
}
