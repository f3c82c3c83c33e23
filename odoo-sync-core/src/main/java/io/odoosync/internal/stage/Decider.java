package io.odoosync.internal.stage;

import io.odoosync.LocalKey;
import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.report.Outcome;
import java.util.Map;

/** Decides about a batch. Writes nothing to Odoo and nothing to the host. */
interface Decider<T> {

  /**
   * Decides.
   *
   * @param records the records, in the order of the source
   * @param held those of them that are not to be tried this time
   * @return a decision about each record
   */
  Batch<T> decide(Map<LocalKey, T> records, Map<LocalKey, Outcome.Quarantined> held);

  /** All records of the source were decided and dealt with. */
  default void ended() {}

  /**
   * Makes sure that the host's own mapping fits any of the records that were decided.
   *
   * @throws RunStoppedException if it fits none
   */
  void requireFit();
}
