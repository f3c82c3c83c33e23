package io.odoosync.internal.stage;

import io.odoosync.LocalKey;
import io.odoosync.internal.intake.Unfit;
import java.util.List;
import java.util.Map;

/** What is done with batches: carried out by a run, put in words by a plan. */
interface BatchWork<T> {

  /**
   * Deals with a batch.
   *
   * @param records the records, in the order of the source
   * @param unfit what the source gave in records' places
   */
  void process(Map<LocalKey, T> records, List<Unfit> unfit);

  /** All batches were dealt with. */
  default void end() {}
}
