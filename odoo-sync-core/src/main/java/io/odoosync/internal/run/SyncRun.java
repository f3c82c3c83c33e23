package io.odoosync.internal.run;

import io.odoosync.Brakes;
import io.odoosync.Failure;
import io.odoosync.internal.field.HostFault;
import io.odoosync.internal.log.RunLog;
import io.odoosync.internal.log.RunWatch;
import io.odoosync.internal.run.KeyWatch.KeyState;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.stage.StageSurvey;
import io.odoosync.internal.stage.Stages;
import io.odoosync.internal.state.CallTally;
import io.odoosync.internal.state.RunControl;
import io.odoosync.internal.state.Settings;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.report.RunStatus;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One run of the engine, from its first call to its report. */
final class SyncRun {

  private final Settings settings;
  private final String runId;
  private final RunLog log;
  private final CallTally calls = new CallTally();
  private final Instant startedAt;
  private final long start;
  private final KeyWatch keys;
  private KeyState key = KeyState.UNKNOWN;

  /** Prepares a run. */
  SyncRun(Settings settings, RunWatch watch, KeyWatch keys) {
    this.keys = keys;
    this.settings = settings;
    this.runId = settings.environment().newId();
    this.start = settings.environment().nanoTime();
    this.log = new RunLog(runId, settings, watch);
    this.startedAt = settings.clock().instant();
  }

  /**
   * Runs. All failures are in the report.
   *
   * @param what what it does, for the log
   * @param opening opens its stages
   */
  SyncReport execute(
      RunControl control, Brakes brakes, String what, Function<RunContext, Stages> opening) {
    log.runStarted(what);
    Result result = stages(control, brakes, opening);
    dropOldLogs();
    SyncReport report = report(result);
    log.runFinished(report);
    return report.toBuilder().logFailure(log.lost()).build();
  }

  private void dropOldLogs() {
    Duration kept = settings.storage().logsKept();
    if (kept != null) {
      log.dropBefore(settings.clock().instant().minus(kept));
    }
  }

  /** Does not run, because another run is under way. */
  SyncReport skipped(Failure why) {
    log.runSkipped(why.toString());
    return report(new Result(List.of(), RunStatus.ALREADY_RUNNING, why));
  }

  /** Did not run to its end, for whatever reason. */
  SyncReport stopped(Ending ending) {
    log.runStopped(ending.failure(), ending.thrown());
    return report(new Result(List.of(), RunStatus.STOPPED, ending.failure()));
  }

  /** Does not run, and writes nothing: whatever it wrote could be rolled back by the caller. */
  SyncReport refused(Failure why) {
    log.runRefused(why);
    return report(new Result(List.of(), RunStatus.STOPPED, why));
  }

  /** Does not run, because it must not. */
  SyncReport stopped(Failure why) {
    log.runStopped(why, null);
    return report(new Result(List.of(), RunStatus.STOPPED, why));
  }

  private SyncReport report(Result result) {
    SyncReport report =
        SyncReport.builder(runId, startedAt)
            .duration(Duration.ofNanos(settings.environment().nanoTime() - start))
            .stages(result.stages())
            .traffic(calls.traffic())
            .status(result.status())
            .stopped(result.stopped())
            .logFailure(log.lost())
            .apiKey(key.expiry())
            .apiKeyWarning(key.warning())
            .build();
    return settings.outgoing().report(report);
  }

  private record Result(List<StageReport> stages, RunStatus status, @Nullable Failure stopped) {}

  private Result stages(RunControl control, Brakes brakes, Function<RunContext, Stages> opening) {
    RunContext run = RunContext.of(settings, calls, log, control);
    try (calls;
        Stages stages = opening.apply(run)) {
      try {
        return stages(run, stages, brakes);
      } finally {
        end(stages);
      }
    } catch (Throwable e) {
      return ended(List.of(), e);
    }
  }

  private Result stages(RunContext run, Stages stages, Brakes brakes) {
    keys.prepare(run.client());
    Survey survey = new Survey(run.memory(), brakes);
    List<StageSurvey<?>> surveys = new ArrayList<>();
    run.ownership().check(log);
    stages.begin();
    stages.requested().forEach(stage -> surveys.add(stage.survey(brakes)));
    survey.check(surveys);
    try {
      stages.requested().forEach(stage -> new StageRun(stage, log, settings.environment()).run());
      survey.remember(surveys, stages::isDone);
      stages.end(true);
      key = keys.look(run.client());
    } catch (Throwable e) {
      return ended(stages.reports(), e);
    }
    return new Result(stages.reports(), RunStatus.COMPLETED, null);
  }

  /** What can't be remembered stands as it was noted at the beginning: all of it is to be done. */
  private void end(Stages stages) {
    try {
      stages.end(false);
    } catch (StageFailedException e) {
      SafeLog.of(SyncRun.class, settings.redaction())
          .warn("run {}: what is left to do could not be remembered", runId, e);
    }
  }

  /** A host's nightly job gets its report whatever happens, also if the fault is ours. */
  private Result ended(List<StageReport> stages, Throwable cause) {
    Ending ending = Ending.of(HostFault.reportable(cause));
    log.runStopped(ending.failure(), ending.thrown());
    return new Result(stages, ending.status(), ending.failure());
  }
}
