package io.odoosync.internal.run;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.state.Failures;
import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.odoo.OdooException;
import io.odoosync.report.RunStatus;

/**
 * How a run ended early.
 *
 * @param status cancelled or stopped
 * @param failure why, and what to do about it
 * @param isUnexpected whether the fault is ours
 */
record Ending(RunStatus status, Failure failure, boolean isUnexpected) {

  static Ending of(RuntimeException cause) {
    if (cause instanceof OdooException odoo) {
      return expected(Failures.failure(odoo));
    } else if (cause instanceof RunStoppedException stopped) {
      return expected(stopped.failure());
    } else if (cause instanceof StageFailedException failed) {
      return expected(failed.failure());
    }
    return new Ending(
        RunStatus.STOPPED,
        Failure.of(FailureCause.UNEXPECTED, "unexpected failure: " + cause),
        true);
  }

  private static Ending expected(Failure failure) {
    boolean cancelled = failure.cause() == FailureCause.CANCELLED;
    return new Ending(cancelled ? RunStatus.CANCELLED : RunStatus.STOPPED, failure, false);
  }
}
