package io.odoosync.internal.run;

import io.odoosync.Brakes;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.exchange.KnownInRun;
import io.odoosync.internal.exchange.KnownServer;
import io.odoosync.internal.exchange.ServerChangedException;
import io.odoosync.internal.field.HostFault;
import io.odoosync.internal.log.RunLog;
import io.odoosync.internal.log.RunWatch;
import io.odoosync.internal.run.KeyWatch.KeyState;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.stage.StageSurvey;
import io.odoosync.internal.stage.Stages;
import io.odoosync.internal.stage.SurveyCount;
import io.odoosync.internal.state.CallTally;
import io.odoosync.internal.state.RunControl;
import io.odoosync.internal.state.RunStoppedException;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run of the engine, from its first call to its report. */
final class SyncRun {

  /** Why a run may stop that goes by what was so before. */
  private static final Set<FailureCause> MAY_BE_OLD =
      Set.of(
          FailureCause.MISSING_IN_ODOO,
          FailureCause.MISSING_RIGHT,
          FailureCause.UNRESOLVED_NAME,
          FailureCause.HELD_BACK);

  private final Settings settings;
  private final String runId;
  private final RunLog log;
  private final CallTally calls = new CallTally();
  private final Instant startedAt;
  private final long start;
  private final KeyWatch keys;
  private final RunWatch watch;
  private final KnownServer server;
  private KeyState key = KeyState.UNKNOWN;

  /** Prepares a run. */
  SyncRun(Settings settings, RunWatch watch, KeyWatch keys, KnownServer server) {
    this.keys = keys;
    this.watch = watch;
    this.server = server;
    this.settings = settings;
    this.runId = settings.environment().newId();
    this.start = settings.environment().nanoTime();
    this.log = new RunLog(runId, settings, watch);
    this.startedAt = settings.clock().instant();
  }

  /** Runs. All failures are in the report. */
  SyncReport execute(RunControl control, Job job) {
    log.runStarted(job.what());
    Result result = result(control, job);
    dropOldLogs();
    SyncReport report = report(result);
    if (!isAsKnown(report)) {
      server.forget();
    }
    log.runFinished(report);
    return log.ended(report.toBuilder().logFailure(log.lost()).build());
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
    return log.ended(report(new Result(List.of(), RunStatus.ALREADY_RUNNING, why)));
  }

  /** Did not run to its end, for whatever reason. */
  SyncReport stopped(Ending ending) {
    log.runStopped(ending.failure(), ending.thrown());
    return log.ended(report(new Result(List.of(), RunStatus.STOPPED, ending.failure())));
  }

  /** Does not run, and writes nothing: whatever it wrote could be rolled back by the caller. */
  SyncReport refused(Failure why) {
    log.runRefused(why);
    return report(new Result(List.of(), RunStatus.STOPPED, why));
  }

  /** Does not run, because it must not. */
  SyncReport stopped(Failure why) {
    log.runStopped(why, null);
    return log.ended(report(new Result(List.of(), RunStatus.STOPPED, why)));
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

  /** Whether nothing speaks against what is known of the server. */
  private boolean isAsKnown(SyncReport report) {
    return report.isSuccessful()
        && !watch.hasWarned()
        && report.stages().stream().allMatch(stage -> stage.blocked() == 0);
  }

  private Result result(RunControl control, Job job) {
    try (calls) {
      return asKnownOrAnew(control, job);
    } catch (Throwable e) {
      return ended(List.of(), e);
    }
  }

  private Result asKnownOrAnew(RunControl control, Job job) {
    try {
      return stages(control, job, job.known(server));
    } catch (ServerChangedException e) {
      SafeLog.of(SyncRun.class, settings.redaction())
          .info(
              "run {}: begins again, since the server may not be as it was known: {}",
              runId,
              String.valueOf(e.getMessage()));
      return stages(control, job, server.askedAnew());
    }
  }

  private Result stages(RunControl control, Job job, KnownInRun known) {
    RunContext run = RunContext.of(settings, calls, log, control, known);
    try (Stages stages = job.opening().apply(run)) {
      return done(run, stages, job.brakes());
    } catch (Throwable e) {
      requireKnown(run, e);
      return ended(List.of(), e);
    }
  }

  private Result done(RunContext run, Stages stages, Brakes brakes) {
    try {
      return stages(run, stages, brakes);
    } finally {
      end(stages);
    }
  }

  /** What stops a run may be that something is not any more as it is known. */
  private static void requireKnown(RunContext run, Throwable thrown) {
    if (thrown instanceof ServerChangedException changed) {
      throw changed;
    } else if (thrown instanceof RunStoppedException stopped
        && MAY_BE_OLD.contains(stopped.failure().cause())
        && run.server().hasTaken()) {
      throw new ServerChangedException(stopped.failure().toString(), stopped);
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
    confirm(run, survey, surveys);
    try {
      stages.requested().forEach(stage -> new StageRun(stage, log, settings.environment()).run());
      survey.remember(surveys, stages::isDone);
      stages.end(true);
      key = keys.look(run.client());
    } catch (ServerChangedException e) {
      throw e;
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

  /** What is to be written, or can't be, is not decided by what was so an hour ago. */
  private static void confirm(RunContext run, Survey survey, List<StageSurvey<?>> surveys) {
    if (surveys.stream().anyMatch(StageSurvey::isDoubtful)) {
      run.confirmAllOfServer();
    }
    SurveyCount all = survey.counted();
    boolean creates = all.read() > all.linked();
    if (creates || all.changed() > 0) {
      run.confirmServer(creates);
    }
  }

  /** A host's nightly job gets its report whatever happens, also if the fault is ours. */
  private Result ended(List<StageReport> stages, Throwable cause) {
    Ending ending = Ending.of(HostFault.reportable(cause));
    log.runStopped(ending.failure(), ending.thrown());
    return new Result(stages, ending.status(), ending.failure());
  }
}
