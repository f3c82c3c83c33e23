package io.odoosync.internal.state;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.conflict.Winner;
import io.odoosync.odoo.CallOutcome;
import io.odoosync.odoo.LoadMessage;
import io.odoosync.odoo.OdooException;
import io.odoosync.report.Outcome;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.RecordFailure.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Words for records that failed. */
public final class Failures {

  private static final String MEND_RECORD = "Correct the record in the host application.";

  private static final String MEND_NAMED = "Correct what Odoo names, then run again.";
  private static final String MEND_INVOICE =
      MEND_NAMED + " If it makes no sense, see Odoo's log: Odoo 14 may name a consequence.";

  private static final String MEND_OTHER = "Mend the record that it waits for, then run again.";
  private static final String RELEASE = "Correct the record, or release it with release(…).";
  private static final String DECIDE =
      "Make both sides equal, or change one of them after agreeing on it.";
  private static final String LOOK_AGAIN = "Look at what changed, and plan again.";

  /** PostgreSQL shows the row that it refuses. */
  private static final Pattern ROW = Pattern.compile("\\s*DETAIL:\\s+Failing row[\\s\\S]*");

  private Failures() {}

  public static Outcome.Failed of(OdooException cause) {
    if (cause.outcome() == CallOutcome.UNKNOWN) {
      return inDoubt(cause);
    }
    return new Outcome.Failed(cause.getMessage(), cause.advice());
  }

  /**
   * Odoo may have done it or not. A create is asked for by the next run, an update is written
   * again.
   */
  private static Outcome.Failed inDoubt(OdooException cause) {
    return new Outcome.Failed(
        cause.getMessage(),
        "Run again: the next run finds out what Odoo did, and does the rest.",
        false);
  }

  /** The record can't be mapped. */
  public static Outcome.Failed rejected(String reason) {
    return new Outcome.Failed(reason, MEND_RECORD);
  }

  /** Odoo refused the record when it was to be created. */
  public static Outcome.Failed refused(String model, LoadMessage message) {
    return refused(model, message, Optional.empty());
  }

  /**
   * Odoo refused the record when it was to be created.
   *
   * @param hint what may be behind that
   */
  public static Outcome.Failed refused(String model, LoadMessage message, Optional<String> hint) {
    String field = message.field() == null ? "" : ", field " + message.field();
    String words = ROW.matcher(message.text()).replaceFirst("").strip();
    return new Outcome.Failed(
        model + ".load" + field + ": " + words + hint.map(why -> "; " + why).orElse(""),
        model.equals(EntityType.INVOICE.model()) ? MEND_INVOICE : MEND_NAMED);
  }

  /** The host did not take what it was to take from Odoo. */
  public static Outcome.Failed notTaken(Set<String> fields, RuntimeException cause) {
    return new Outcome.Failed(
        "the source did not take Odoo's values of " + new TreeSet<>(fields) + ": " + cause,
        "Mend the source. Both sides keep what they have; the next run tries again.");
  }

  /** The record was deleted while it was written. */
  public static Outcome.Failed vanished(String model, long id) {
    return new Outcome.Failed(model + " " + id + " was there and is gone", "Run again.", false);
  }

  /** The host changed a document that Odoo has already. */
  public static Outcome.Failed changedAfterSent(String reason) {
    return new Outcome.Failed(
        reason,
        "Documents are never rewritten. Undo the change, or issue a credit note and a new one.");
  }

  public static Outcome.Failed doubled() {
    return new Outcome.Failed(
        "the source gave this key more than once", "Make the source give each key once.");
  }

  /** How a report lists a record that is not in step; nothing for one that is. */
  public static Optional<RecordFailure> listed(LocalKey key, Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      return listed(key, Kind.FAILED, failed.reason(), failed.advice());
    } else if (outcome instanceof Outcome.Blocked blocked) {
      return listed(key, Kind.BLOCKED, blocked.reason(), MEND_OTHER);
    } else if (outcome instanceof Outcome.Quarantined held) {
      return listed(key, Kind.QUARANTINED, quarantined(held), RELEASE);
    } else if (outcome instanceof Outcome.Conflicted conflict
        && conflict.winner() == Winner.MANUAL) {
      return listed(key, Kind.CONFLICT, conflict.reason(), DECIDE);
    } else if (outcome instanceof Outcome.NotReached left && left.reason() != null) {
      return listed(key, Kind.LEFT_OUT, left.reason(), LOOK_AGAIN);
    }
    return Optional.empty();
  }

  private static Optional<RecordFailure> listed(
      LocalKey key, Kind kind, String reason, String advice) {
    return Optional.of(new RecordFailure(key, kind, reason, advice));
  }

  /** For people: how often it failed, when it is tried again, and why it failed last. */
  static String quarantined(Outcome.Quarantined held) {
    return "failed "
        + held.failures()
        + " times in a row, not tried in "
        + (held.runsToSkip() + 1)
        + " runs from this one on unless it changes: "
        + held.reason();
  }
}
