package io.odoosync.internal.run;

import io.odoosync.Brakes;
import io.odoosync.EntityType;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.stage.Stage;
import io.odoosync.internal.state.CallTally;
import io.odoosync.internal.state.PlanGate;
import io.odoosync.internal.state.RunControl;
import io.odoosync.internal.state.RunLog;
import io.odoosync.internal.state.Settings;
import io.odoosync.report.AdminNotifier;
import io.odoosync.report.RunStatus;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the engine, from its first call to its report. */
final class SyncRun {

  private static final Logger LOG = LoggerFactory.getLogger(SyncRun.class);

  private final Settings settings;
  private final Set<EntityType> types;
  private final String runId = UUID.randomUUID().toString();
  private final RunLog journal;
  private final CallTally calls = new CallTally();
  private final Instant startedAt;
  private final long start = System.nanoTime();

  /**
   * Prepares a run.
   *
   * @param types the stages to run; each has a source
   */
  SyncRun(Settings settings, Set<EntityType> types) {
    this.settings = settings;
    this.types = types;
    this.journal = new RunLog(runId, settings);
    this.startedAt = settings.clock().instant();
  }

  /** Runs. All failures are in the report. */
  SyncReport execute(RunControl control, Brakes brakes, @Nullable PlanGate planGate) {
    journal.runStarted((planGate == null ? "syncing " : "carrying out a plan of ") + types);
    SyncReport report = report(stages(control, brakes, planGate));
    journal.runFinished(report.toString());
    notifyAdministrator(report);
    return report;
  }

  /** Does not run, because another run is under way. */
  SyncReport skipped(String why) {
    journal.runSkipped(why);
    return report(new Result(List.of(), RunStatus.ALREADY_RUNNING, why));
  }

  /** Does not run, because it must not. */
  SyncReport stopped(String why) {
    journal.runStopped(why);
    SyncReport report = report(new Result(List.of(), RunStatus.STOPPED, why));
    notifyAdministrator(report);
    return report;
  }

  private SyncReport report(Result result) {
    return SyncReport.builder(runId, startedAt)
        .duration(Duration.ofNanos(System.nanoTime() - start))
        .stages(result.stages())
        .traffic(calls.traffic())
        .status(result.status())
        .stopped(result.stopped())
        .build();
  }

  private record Result(List<StageReport> stages, RunStatus status, @Nullable String stopped) {}

  private Result stages(RunControl control, Brakes brakes, @Nullable PlanGate planGate) {
    RunContext run = RunContext.running(settings, calls, journal, control, planGate);
    Stages pipeline;
    try {
      pipeline = new Stages(run, types);
      new Survey(run.memory(), brakes).check(pipeline.requested());
    } catch (RuntimeException e) {
      return ended(List.of(), e);
    }
    try {
      pipeline.requested().forEach(Stage::run);
      new Survey(run.memory(), brakes).remember(pipeline.requested());
    } catch (RuntimeException e) {
      return ended(pipeline.reports(), e);
    }
    return new Result(pipeline.reports(), RunStatus.COMPLETED, null);
  }

  /** A host's nightly job gets its report whatever happens, also if the fault is ours. */
  private Result ended(List<StageReport> stages, RuntimeException cause) {
    Ending ending = Ending.of(cause);
    if (ending.isUnexpected()) {
      LOG.error("run {}: unexpected failure", runId, cause);
    }
    journal.runStopped(ending.message());
    return new Result(stages, ending.status(), ending.message());
  }

  private void notifyAdministrator(SyncReport report) {
    AdminNotifier notifier = settings.notifier();
    if (notifier == null || report.isSuccessful()) {
      return;
    }
    try {
      notifier.notifyAdministrator(report);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.warn("run {}: interrupted while notifying the administrator", runId);
    } catch (Exception e) {
      LOG.warn("run {}: the administrator could not be notified", runId, e);
    }
  }
}
