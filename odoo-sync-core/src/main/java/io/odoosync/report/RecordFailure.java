package io.odoosync.report;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.internal.text.VisibleText;

/**
 * A record that is not in step.
 *
 * @param key the record
 * @param kind in what way
 * @param failure why, and what to do about it; of a quarantined record, why it failed last
 */
public record RecordFailure(LocalKey key, Kind kind, Failure failure) {

  /**
   * What a program decides by.
   *
   * @return the failure's cause
   */
  public FailureCause cause() {
    return failure.cause();
  }

  /**
   * What, where, why.
   *
   * @return the failure's reason
   */
  public String reason() {
    return failure.reason();
  }

  /**
   * What somebody can do about it.
   *
   * @return the failure's advice
   */
  public String advice() {
    return failure.advice();
  }

  /** One line, in which nothing hides. */
  @Override
  public String toString() {
    return VisibleText.of(
        "RecordFailure[key=" + key + ", kind=" + kind + ", failure=" + failure + "]");
  }

  /** In what way a record is not in step. */
  public enum Kind {
    /** It could not be synced. */
    FAILED,
    /** It waits for another record. */
    BLOCKED,
    /** It was not tried, because it keeps failing. */
    QUARANTINED,
    /** A conflict was left to people. */
    CONFLICT,
    /** It was left out. */
    LEFT_OUT
  }
}
