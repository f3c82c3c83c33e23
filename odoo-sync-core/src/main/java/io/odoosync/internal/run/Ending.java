package io.odoosync.internal.run;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.state.Failures;
import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.odoo.OdooException;
import io.odoosync.report.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended early.
 *
 * @param status cancelled or stopped
 * @param failure why, and what to do about it
 * @param thrown what the log shows the stack trace of; {@code null} if the words say it all
 * @param isUnexpected whether the fault is ours
 */
record Ending(RunStatus status, Failure failure, @Nullable Throwable thrown, boolean isUnexpected) {

  static Ending of(Throwable cause) {
    if (cause instanceof OdooException odoo) {
      return expected(Failures.failure(odoo), null);
    } else if (cause instanceof RunStoppedException stopped) {
      return expected(stopped.failure(), null);
    } else if (cause instanceof StageFailedException failed) {
      return expected(failed.failure(), failed.getCause());
    }
    return new Ending(
        RunStatus.STOPPED,
        Failure.of(FailureCause.UNEXPECTED, "unexpected failure: " + cause),
        cause,
        true);
  }

  private static Ending expected(Failure failure, @Nullable Throwable thrown) {
    boolean cancelled = failure.cause() == FailureCause.CANCELLED;
    return new Ending(cancelled ? RunStatus.CANCELLED : RunStatus.STOPPED, failure, thrown, false);
  }
}
