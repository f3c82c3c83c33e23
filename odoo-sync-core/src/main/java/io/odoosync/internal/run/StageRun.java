package io.odoosync.internal.run;

import io.odoosync.Environment;
import io.odoosync.Failure;
import io.odoosync.internal.log.RunLog;
import io.odoosync.internal.stage.Stage;
import io.odoosync.internal.state.Failures;
import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.odoo.OdooException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One stage of a run, from its first record to its report. */
final class StageRun {

  private final Stage<?> stage;
  private final RunLog log;
  private final Environment environment;

  StageRun(Stage<?> stage, RunLog log, Environment environment) {
    this.stage = stage;
    this.log = log;
    this.environment = environment;
  }

  /**
   * Syncs the records of the source that the run is about. Ends normally if the source, a store or a call fails.
   *
   * @throws OdooException if no other stage could do anything either
   * @throws RunStoppedException if the run must not go on
   */
  void run() {
    long start = environment.nanoTime();
    log.stageStarted(stage.type(), stage.isWhole());
    try {
      stage.processAll();
    } catch (StageFailedException e) {
      fail(e.failure(), e.getCause());
    } catch (OdooException e) {
      if (RunStoppedException.isFor(e)) {
        throw e;
      }
      fail(Failures.failure(e), null);
    } finally {
      stage.tally().took(Duration.ofNanos(environment.nanoTime() - start));
      log.stageFinished(stage.tally().report());
    }
  }

  private void fail(Failure failure, @Nullable Throwable cause) {
    stage.tally().failedBecause(failure);
    log.stageFailed(stage.type(), failure, cause);
  }
}
