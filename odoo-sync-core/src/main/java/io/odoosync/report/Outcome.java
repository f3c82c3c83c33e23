package io.odoosync.report;

import io.odoosync.Failure;
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
   * @param failure why, and what to do about it
   */
  record Failed(Failure failure) implements Outcome {

    /**
     * Odoo's or our words.
     *
     * @return what, where, why
     */
    public String reason() {
      return failure.reason();
    }

    /**
     * Whether the record would fail again unless something is done about it.
     *
     * @return as {@link io.odoosync.FailureCause#isLasting()}
     */
    public boolean isLasting() {
      return failure.cause().isLasting();
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
   * @param failure why it failed last, and what to do about it
   * @param failures how often it failed in a row
   * @param runsToSkip in how many more runs it is not tried
   */
  record Quarantined(Failure failure, int failures, int runsToSkip) implements Outcome {

    /**
     * Why it failed last.
     *
     * @return what, where, why
     */
    public String reason() {
      return failure.reason();
    }
  }

  /**
   * It was read, but not dealt with.
   *
   * @param failure why this record was left out; {@code null} if the run or its stage stopped
   *     before it came to the record
   */
  record NotReached(@Nullable Failure failure) implements Outcome {

    /** The run or its stage stopped before it came to the record. */
    public NotReached() {
      this(null);
    }

    /**
     * Why this record was left out.
     *
     * @return what, where, why; {@code null} if the run or its stage stopped before it came to the
     *     record
     */
    public @Nullable String reason() {
      return failure == null ? null : failure.reason();
    }
  }
}
