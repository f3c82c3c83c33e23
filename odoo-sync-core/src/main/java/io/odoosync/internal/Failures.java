package io.odoosync.internal;

import io.odoosync.odoo.CallOutcome;
import io.odoosync.odoo.LoadMessage;
import io.odoosync.odoo.OdooException;
import io.odoosync.report.Outcome;

/** Words for records that failed. */
final class Failures {

  private static final String MEND_RECORD = "Correct the record in the host application.";

  private Failures() {}

  static Outcome.Failed of(OdooException cause) {
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
        cause.getMessage(), "Run again: the next run finds out what Odoo did, and does the rest.");
  }

  /** The record can't be mapped. */
  static Outcome.Failed rejected(String reason) {
    return new Outcome.Failed(reason, MEND_RECORD);
  }

  /** Odoo refused the record when it was to be created. */
  static Outcome.Failed refused(String model, LoadMessage message) {
    String field = message.field() == null ? "" : ", field " + message.field();
    return new Outcome.Failed(
        model + ".load" + field + ": " + message.text().strip(),
        "Correct what Odoo names, then run again.");
  }

  static Outcome.Failed doubled() {
    return new Outcome.Failed(
        "the source gave this key more than once", "Make the source give each key once.");
  }
}
