package io.odoosync.benchmarks.endtoend;

import io.odoosync.SyncEngineBuilder;

/**
 * How many records go into one call that is written by hand.
 *
 * @param records contacts and leads
 */
record BatchSizes(int records, int invoices) {

  /** What the library sends at most. */
  static final BatchSizes DEFAULT =
      new BatchSizes(
          SyncEngineBuilder.DEFAULT_BATCH_SIZE, SyncEngineBuilder.DEFAULT_INVOICE_BATCH_SIZE);
}
