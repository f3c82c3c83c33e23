package io.odoosync.internal;

import io.odoosync.LocalKey;
import io.odoosync.report.Outcome;
import io.odoosync.source.SourceRecord;
import java.util.Map;

/** What is left to do for records once they are in Odoo. */
@FunctionalInterface
interface FollowUp<T extends SourceRecord> {

  /**
   * Does it.
   *
   * @param records the records of a batch that are in Odoo
   * @param odooIds their database ids
   * @return the records that were changed by it, or for which it failed; the others keep the
   *     outcome that they have
   */
  Map<LocalKey, Outcome> apply(Map<LocalKey, T> records, Map<LocalKey, Long> odooIds);

  /** There is nothing left to do. */
  static <T extends SourceRecord> FollowUp<T> nothing() {
    return (records, odooIds) -> Map.of();
  }
}
