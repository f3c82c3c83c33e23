package io.odoosync.internal.run;

import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooInterruptedException;
import io.odoosync.report.RunStatus;

/**
 * How a run ended early.
 *
 * @param status cancelled or stopped
 * @param message why, and what to do about it
 * @param isUnexpected whether the fault is ours
 */
record Ending(RunStatus status, String message, boolean isUnexpected) {

  static Ending of(RuntimeException cause) {
    if (cause instanceof OdooException odoo) {
      boolean interrupted = odoo instanceof OdooInterruptedException;
      return new Ending(
          interrupted ? RunStatus.CANCELLED : RunStatus.STOPPED,
          odoo.getMessage() + ". " + odoo.advice(),
          false);
    } else if (cause instanceof RunStoppedException stopped) {
      return new Ending(stopped.status(), String.valueOf(cause.getMessage()), false);
    } else if (cause instanceof StageFailedException) {
      return new Ending(RunStatus.STOPPED, String.valueOf(cause.getMessage()), false);
    }
    return new Ending(
        RunStatus.STOPPED,
        "unexpected failure: " + cause + ". Please report it with the log's stack trace",
        true);
  }
}
