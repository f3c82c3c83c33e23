package io.odoosync.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.odoo.CallOutcome;
import io.odoosync.odoo.OdooConnectionException;
import io.odoosync.odoo.OdooInterruptedException;
import io.odoosync.report.RunStatus;
import org.junit.jupiter.api.Test;

class EndingTest {

  private static final Failure LOST = Failure.of(FailureCause.TRANSIENT, "the lock was lost");
  private static final Failure CANCELLED = Failure.of(FailureCause.CANCELLED, "was cancelled");

  @Test
  void of_runStopped_isItsFailure() {
    assertThat(Ending.of(new RunStoppedException(LOST, null)))
        .isEqualTo(new Ending(RunStatus.STOPPED, LOST, null, false));
    assertThat(Ending.of(new RunStoppedException(CANCELLED, null)))
        .isEqualTo(new Ending(RunStatus.CANCELLED, CANCELLED, null, false));
  }

  @Test
  void of_stageFailedBeforeAnyStage_isItsFailure() {
    assertThat(Ending.of(new StageFailedException(LOST, null)))
        .isEqualTo(new Ending(RunStatus.STOPPED, LOST, null, false));
  }

  @Test
  void of_failedCall_isStoppedUnlessItWasInterrupted() {
    Ending down = Ending.of(new OdooConnectionException("connection refused", null, null));
    assertThat(down.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(down.failure().cause()).isEqualTo(FailureCause.UNREACHABLE_SERVER);
    assertThat(down.isUnexpected()).isFalse();
    Ending interrupted =
        Ending.of(new OdooInterruptedException("interrupted", CallOutcome.NOT_DONE, null));
    assertThat(interrupted.status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(interrupted.isUnexpected()).isFalse();
  }

  @Test
  void of_anythingElse_isUnexpectedAndNamed() {
    Ending bug = Ending.of(new IllegalArgumentException("index 3"));
    assertThat(bug.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(bug.isUnexpected()).isTrue();
    assertThat(bug.failure().cause()).isEqualTo(FailureCause.UNEXPECTED);
    assertThat(bug.failure().reason()).contains("IllegalArgumentException: index 3");
  }
}
