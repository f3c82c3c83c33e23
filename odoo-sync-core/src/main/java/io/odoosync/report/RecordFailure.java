package io.odoosync.report;

import io.odoosync.LocalKey;

/**
 * A record that is not in step.
 *
 * @param key the record
 * @param kind in what way
 * @param reason what, where, why
 * @param advice what somebody can do about it
 */
public record RecordFailure(LocalKey key, Kind kind, String reason, String advice) {

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
