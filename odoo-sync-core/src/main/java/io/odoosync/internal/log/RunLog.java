package io.odoosync.internal.log;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.conflict.ResolvedConflict;
import io.odoosync.internal.field.HostFault;
import io.odoosync.internal.state.Outcomes;
import io.odoosync.internal.state.Outgoing;
import io.odoosync.internal.state.Settings;
import io.odoosync.internal.text.Redaction;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.report.FailureGroup;
import io.odoosync.report.Outcome;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.RunStatus;
import io.odoosync.report.StageProgress;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncListener;
import io.odoosync.report.SyncReport;
import io.odoosync.store.FieldConflict;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogLevel;
import io.odoosync.store.SyncLogStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * Tells what happens in one run: to the log, to {@code sync_logs}, to the listener. None of them
 * can disturb the run, but a conflict is not carried out unless {@code sync_logs} has it.
 */
public final class RunLog {

  private final String runId;
  private final Clock clock;
  private final SyncListener listener;
  private final RunWatch watch;
  private final Outgoing outgoing;
  private final SafeLog out;
  private final UnwrittenEntries entries;
  private boolean hasListenerThrown;

  /** For what is no run: nothing is known of what failed before. */
  public RunLog(String runId, Settings settings) {
    this(runId, settings, RunWatch.blind());
  }

  /**
   * Tells of a run.
   *
   * @param watch knows what failed before, and sees what is told
   */
  public RunLog(String runId, Settings settings, RunWatch watch) {
    this(
        runId,
        settings.clock(),
        settings.storage().log(),
        settings.audience().listener(),
        watch,
        settings.outgoing());
  }

  RunLog(String runId, Clock clock, @Nullable SyncLogStore store, SyncListener listener) {
    this(runId, clock, store, listener, RunWatch.blind(), new Outgoing(Redaction.OF_PATTERNS));
  }

  private RunLog(
      String runId,
      Clock clock,
      @Nullable SyncLogStore store,
      SyncListener listener,
      RunWatch watch,
      Outgoing outgoing) {
    this.runId = runId;
    this.watch = watch;
    this.clock = clock;
    this.listener = listener;
    this.outgoing = outgoing;
    this.out = SafeLog.of(RunLog.class, outgoing.redaction());
    this.entries = new UnwrittenEntries(runId, store, watch, outgoing, out);
  }

  public void runStarted(String message) {
    out.debug("run {}: {}", runId, message);
    add(SyncLogLevel.INFO, SyncEvent.RUN_STARTED, null, null, message);
    flush();
    tell(toldListener -> toldListener.onRunStarted(runId));
  }

  /** The last that is told of a run, to the listener alone. */
  public SyncReport ended(SyncReport report) {
    tell(toldListener -> toldListener.onRunFinished(report));
    return report;
  }

  public void runStopped(Failure why) {
    runStopped(why, null);
  }

  /**
   * A run ended early. What stopped the last one too is no error any more, only a warning.
   *
   * @param thrown by a part of the host's, or by a fault of ours; told when it is new
   */
  public void runStopped(Failure why, @Nullable Throwable thrown) {
    Failure failure = outgoing.failure(why);
    Optional<Trouble> known = watch.known(Site.RUN, failure);
    Level level = failure.cause() == FailureCause.CANCELLED ? Level.WARN : Trouble.level(known);
    out.log(
        level,
        known.isPresent() ? null : thrown,
        "run {}: stopped, {}: {}{}",
        runId,
        failure.cause(),
        failure,
        Trouble.again(known));
    add(SyncLogLevel.ERROR, SyncEvent.RUN_STOPPED, null, null, failure);
    flush();
  }

  /** A run did not begin. Only the log is told: what is written now could be rolled back. */
  public void runRefused(Failure failure) {
    out.error("run {}: refused, {}: {}", runId, failure.cause(), failure);
  }

  public void runSkipped(String message) {
    out.info("run {}: skipped, {}", runId, message);
    add(SyncLogLevel.INFO, SyncEvent.RUN_SKIPPED, null, null, message);
    flush();
  }

  /** A run ended; its failures are entries of their own, which {@code forget} finds. */
  public void runFinished(SyncReport report) {
    report.stages().forEach(this::tellFailures);
    tellKey(report.apiKeyWarning());
    boolean isDone = report.status() == RunStatus.COMPLETED;
    out.log(
        isDone && !report.isSuccessful() ? Level.WARN : Level.INFO,
        null,
        "run {}: {}{}",
        runId,
        RunSummary.of(report),
        isDone ? watch.isOver() : "");
    SyncReport told = RunSummary.withoutFailures(report);
    entries.add(
        entry(SyncLogLevel.INFO, SyncEvent.RUN_FINISHED)
            .message(told.toString())
            .report(told.toJson())
            .build());
    flush();
  }

  /** Each cause is one line, a warning if it is new. */
  private void tellFailures(StageReport stage) {
    stage.failures().stream()
        .collect(Collectors.partitioningBy(failure -> isKnown(stage.type(), failure)))
        .forEach((known, failures) -> tell(FailureGroup.of(stage.type(), failures), known));
  }

  private void tellKey(@Nullable Failure warning) {
    if (warning != null) {
      boolean known = watch.known(Site.API_KEY, warning).isPresent();
      out.log(known ? Level.INFO : Level.WARN, null, "run {}: {}", runId, warning);
    }
  }

  private void tell(List<FailureGroup> groups, boolean known) {
    for (FailureGroup group : groups) {
      out.log(
          known ? Level.INFO : Level.WARN,
          null,
          "run {}: {} {}{}",
          runId,
          group.type(),
          group,
          known ? ", as before" : "");
    }
  }

  private boolean isKnown(EntityType type, RecordFailure failure) {
    return watch.known(Site.record(type, failure.key()), failure.failure()).isPresent();
  }

  public void stageStarted(EntityType type) {
    stageStarted(type, true);
  }

  /**
   * A stage begins.
   *
   * @param isWhole whether it deals with all that its source gives: else what it does not see may
   *     still fail
   */
  public void stageStarted(EntityType type, boolean isWhole) {
    if (isWhole) {
      watch.stageStarted(type);
    }
    tell(toldListener -> toldListener.onStageStarted(type));
  }

  public void stageFailed(EntityType type, Failure failure) {
    stageFailed(type, failure, null);
  }

  /**
   * A stage ended early.
   *
   * @param thrown by a part of the host's; told when it is new
   */
  public void stageFailed(EntityType type, Failure why, @Nullable Throwable thrown) {
    Failure failure = outgoing.failure(why);
    Optional<Trouble> known = watch.known(Site.stage(type), failure);
    out.log(
        Trouble.level(known),
        known.isPresent() ? null : thrown,
        "run {}: stage {} stopped, {}: {}{}",
        runId,
        type,
        failure.cause(),
        failure,
        Trouble.again(known));
    add(SyncLogLevel.ERROR, SyncEvent.STAGE_FAILED, type, null, failure);
    flush();
  }

  /** How far a stage has come. */
  public void progress(StageProgress progress) {
    tell(toldListener -> toldListener.onProgress(progress));
  }

  public void stageFinished(StageReport finished) {
    StageReport report = outgoing.stage(finished);
    out.debug("run {}: {}", runId, report);
    tell(toldListener -> toldListener.onStageFinished(report));
  }

  public void record(EntityType type, LocalKey key, Outcome became) {
    Outcome outcome = outgoing.outcome(became);
    out.trace("run {}: {} {}: {}", runId, type, key, outcome);
    watch.record(type, key, outcome);
    Outcomes.listed(key, outcome).ifPresent(failure -> failed(type, failure));
    tell(toldListener -> toldListener.onRecord(type, key, outcome));
  }

  private void failed(EntityType type, RecordFailure record) {
    Failure why = record.failure();
    out.debug(
        "run {}: {} {} {}, {}: {}", runId, type, record.key(), record.kind(), why.cause(), why);
    SyncEvent event = event(record.kind());
    if (event != null) {
      boolean isError = event == SyncEvent.RECORD_FAILED;
      add(isError ? SyncLogLevel.ERROR : SyncLogLevel.WARN, event, type, record.key(), why);
    }
  }

  /** {@code null} for a conflict, of which each field is in the log already. */
  private static @Nullable SyncEvent event(RecordFailure.Kind kind) {
    return switch (kind) {
      case FAILED -> SyncEvent.RECORD_FAILED;
      case BLOCKED -> SyncEvent.RECORD_BLOCKED;
      case QUARANTINED -> SyncEvent.RECORD_QUARANTINED;
      case LEFT_OUT -> SyncEvent.RECORD_LEFT_OUT;
      case CONFLICT -> null;
    };
  }

  /** Something that somebody should know about a record. */
  public void warn(SyncEvent event, EntityType type, LocalKey key, String message) {
    out.warn("run {}: {} {} {}: {}", runId, type, key, event, message);
    add(SyncLogLevel.WARN, event, type, key, message);
  }

  /** Something that somebody should know about the whole run. */
  public void warn(SyncEvent event, String message) {
    out.warn("run {}: {}: {}", runId, event, message);
    add(SyncLogLevel.WARN, event, null, null, message);
  }

  /** Something that somebody should know about the records of a kind. */
  public void stageWarned(EntityType type, String message) {
    out.warn("run {}: {}: {}", runId, type, message);
    add(SyncLogLevel.WARN, SyncEvent.RECORD_WARNING, type, null, message);
  }

  /** Odoo does not take a field of the records of a kind. */
  void leftOut(EntityType type, String message) {
    out.warn("run {}: {}: {}", runId, type, message);
    add(SyncLogLevel.WARN, SyncEvent.FIELD_LEFT_OUT, type, null, message);
  }

  /** Something about a record, for the record. */
  public void note(SyncEvent event, EntityType type, LocalKey key, String message) {
    out.debug("run {}: {} {} {}: {}", runId, type, key, event, message);
    add(SyncLogLevel.INFO, event, type, key, message);
  }

  /** Something was done about a record that is in Odoo. */
  public void done(SyncEvent event, EntityType type, LocalKey key, long odooId, String message) {
    changed(event, type, key, odooId, message, Set.of());
  }

  /** Fields of a record were changed on one side. */
  public void changed(
      SyncEvent event,
      EntityType type,
      LocalKey key,
      long odooId,
      String message,
      Set<String> fields) {
    String words = fields.isEmpty() ? message : message + ": " + String.join(", ", fields);
    out.debug("run {}: {} {} {}, {} {}, {}", runId, type, key, event, type.model(), odooId, words);
    entries.add(
        entry(SyncLogLevel.INFO, event)
            .type(type)
            .key(key)
            .message(outgoing.line(words))
            .odooId(odooId)
            .fields(List.copyOf(fields))
            .build());
  }

  /** A conflict that is about to be carried out; {@link #storeConflicts} comes in between. */
  public void conflict(ResolvedConflict resolved) {
    EntityType type = resolved.conflict().type();
    LocalKey key = resolved.conflict().key();
    out.log(
        entries.areKept() ? Level.DEBUG : Level.INFO,
        null,
        "run {}: {} {} {}: {}",
        runId,
        type,
        key,
        SyncEvent.CONFLICT_RESOLVED,
        resolved);
    entries.addConflict(
        entry(SyncLogLevel.INFO, SyncEvent.CONFLICT_RESOLVED)
            .type(type)
            .key(key)
            .message(outgoing.line(resolved.toString()))
            .odooId(resolved.conflict().odooId())
            .conflict(FieldConflict.of(resolved))
            .build());
  }

  /**
   * Writes all that has gathered, the conflicts by themselves.
   *
   * @return why the conflicts could not be written and must not be carried out, if so
   */
  public Optional<Failure> storeConflicts() {
    return entries.storeConflicts();
  }

  private SyncLogEntry.Builder entry(SyncLogLevel level, SyncEvent event) {
    return SyncLogEntry.builder(clock.instant(), runId, level, event);
  }

  private void add(
      SyncLogLevel level,
      SyncEvent event,
      @Nullable EntityType type,
      @Nullable LocalKey key,
      String message) {
    entries.add(entry(level, event).type(type).key(key).message(outgoing.line(message)).build());
  }

  private void add(
      SyncLogLevel level,
      SyncEvent event,
      @Nullable EntityType type,
      @Nullable LocalKey key,
      Failure failure) {
    entries.add(
        entry(level, event)
            .type(type)
            .key(key)
            .message(outgoing.line(failure.reason()))
            .cause(failure.cause())
            .advice(outgoing.line(failure.advice()))
            .build());
  }

  /**
   * Writes what has gathered; a store that fails must not keep invoices from their customers, but
   * the report says so.
   */
  public void flush() {
    entries.flush();
  }

  /** Drops what is older than that. */
  public void dropBefore(Instant instant) {
    entries.dropBefore(instant);
  }

  /** Why {@code sync_logs} is not as it should be after this run; {@code null} if it is. */
  public @Nullable Failure lost() {
    return entries.lost();
  }

  private void tell(Consumer<SyncListener> message) {
    try {
      message.accept(listener);
    } catch (Throwable e) {
      Throwable thrown = HostFault.reportable(e);
      out.log(
          hasListenerThrown ? Level.DEBUG : Level.WARN,
          hasListenerThrown ? null : thrown,
          "run {}: the listener threw: {}",
          runId,
          String.valueOf(thrown));
      hasListenerThrown = true;
    }
  }
}
