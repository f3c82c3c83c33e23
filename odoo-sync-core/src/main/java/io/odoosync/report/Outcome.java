package io.odoosync.report;

import io.odoosync.conflict.Winner;
import org.jspecify.annotations.Nullable;

/** What became of one record in one run. Each record that was read has exactly one outcome. */
public sealed interface Outcome {

  /**
   * It was created in Odoo.
   *
   * @param odooId its database id
   */
  record Created(long odooId) implements Outcome {}

  /**
   * It was in Odoo already and was changed there.
   *
   * @param odooId its database id
   */
  record Updated(long odooId) implements Outcome {}

  /**
   * Nothing had to be done.
   *
   * @param odooId its database id
   */
  record Unchanged(long odooId) implements Outcome {}

  /**
   * It was changed in Odoo, and the local record now is as Odoo's.
   *
   * @param odooId its database id
   */
  record Pulled(long odooId) implements Outcome {}

  /**
   * Both sides had changed the same field. Each field that was resolved is in the sync log with
   * both values.
   *
   * @param odooId its database id
   * @param winner whose values count now
   * @param reason which fields, and what became of them
   */
  record Conflicted(long odooId, Winner winner, String reason) implements Outcome {}

  /**
   * It could not be synced. It is tried again with the next run.
   *
   * @param reason Odoo's or our words: what, where, why
   * @param advice what somebody can do about it
   * @param lasting whether the record would fail again unless something is done about it; {@code
   *     false} for what passes by itself, such as a connection that broke
   */
  record Failed(String reason, String advice, boolean lasting) implements Outcome {

    /**
     * A failure that lasts until something is done about it.
     *
     * @param reason Odoo's or our words: what, where, why
     * @param advice what somebody can do about it
     */
    public Failed(String reason, String advice) {
      this(reason, advice, true);
    }
  }

  /**
   * It waits for another record that is not in Odoo. It is tried again with the next run.
   *
   * @param reason which record, and why that is not there
   */
  record Blocked(String reason) implements Outcome {}

  /**
   * It has failed several times in a row without changing, so it was not tried this time.
   *
   * @param reason why it failed last
   * @param failures how often it failed in a row
   * @param runsToSkip in how many more runs it is not tried
   */
  record Quarantined(String reason, int failures, int runsToSkip) implements Outcome {}

  /**
   * It was read, but not dealt with.
   *
   * @param reason why this record was left out; {@code null} if the run or its stage stopped before
   *     it came to the record
   */
  record NotReached(@Nullable String reason) implements Outcome {

    /** The run or its stage stopped before it came to the record. */
    public NotReached() {
      this(null);
    }
  }
}
