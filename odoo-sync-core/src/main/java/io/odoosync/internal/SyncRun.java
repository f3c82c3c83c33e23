package io.odoosync.internal;

import io.odoosync.AdminNotifier;
import io.odoosync.EntityType;
import io.odoosync.odoo.OdooException;
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
public final class SyncRun {

  private static final Logger LOG = LoggerFactory.getLogger(SyncRun.class);

  private final Settings settings;
  private final Set<EntityType> types;
  private final String runId = UUID.randomUUID().toString();
  private final Journal journal;
  private final CallTally calls = new CallTally();

  /**
   * Prepares a run.
   *
   * @param types the stages to run; each has a source
   */
  public SyncRun(Settings settings, Set<EntityType> types) {
    this.settings = settings;
    this.types = types;
    this.journal = new Journal(runId, settings);
  }

  /** Runs. All failures are in the report. */
  public SyncReport execute() {
    Instant startedAt = settings.clock().instant();
    long start = System.nanoTime();
    journal.runStarted("syncing " + types);
    RunContext run = RunContext.of(settings, settings.client().observedBy(calls), journal);
    Outcome outcome = stages(run);
    SyncReport report =
        new SyncReport(
            runId,
            startedAt,
            Duration.ofNanos(System.nanoTime() - start),
            outcome.stages(),
            calls.traffic(),
            outcome.stopped());
    journal.runFinished(report.toString());
    notifyAdministrator(report);
    return report;
  }

  private record Outcome(List<StageReport> stages, @Nullable String stopped) {}

  private Outcome stages(RunContext run) {
    Pipeline pipeline;
    try {
      pipeline = new Pipeline(run, types);
    } catch (RuntimeException e) {
      return new Outcome(List.of(), stopped(e));
    }
    String stopped = null;
    try {
      pipeline.requested().forEach(Stage::run);
    } catch (RuntimeException e) {
      stopped = stopped(e);
    }
    return new Outcome(pipeline.used().stream().map(Stage::report).toList(), stopped);
  }

  /** A host's nightly job gets its report whatever happens, also if the fault is ours. */
  private String stopped(RuntimeException cause) {
    String message;
    if (cause instanceof OdooException odoo) {
      message = odoo.getMessage() + ". " + odoo.advice();
    } else if (cause instanceof RunStoppedException) {
      message = String.valueOf(cause.getMessage());
    } else {
      LOG.error("run {}: unexpected failure", runId, cause);
      message = "unexpected failure: " + cause + ". Please report it with the log's stack trace";
    }
    journal.runStopped(message);
    return message;
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
