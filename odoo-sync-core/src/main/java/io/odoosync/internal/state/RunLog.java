package io.odoosync.internal.state;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.LocalKey;
import io.odoosync.conflict.ResolvedConflict;
import io.odoosync.internal.text.Redaction;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.report.Outcome;
import io.odoosync.report.RecordFailure;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happens in one run: to the log, to {@code sync_logs}, to the listener. None of them
 * can disturb the run, but a conflict is not carried out unless {@code sync_logs} has it.
 */
public final class RunLog {

  private final String runId;
  private final Clock clock;
  private final @Nullable SyncLogStore store;
  private final SyncListener listener;
  private final Outgoing outgoing;
  private final SafeLog out;
  private final List<SyncLogEntry> unwritten = new ArrayList<>();
  private final List<SyncLogEntry> conflicts = new ArrayList<>();
  private @Nullable Failure lost;

  public RunLog(String runId, Settings settings) {
    this(
        runId,
        settings.clock(),
        settings.storage().log(),
        settings.audience().listener(),
        settings.outgoing());
  }

  RunLog(String runId, Clock clock, @Nullable SyncLogStore store, SyncListener listener) {
    this(runId, clock, store, listener, new Outgoing(Redaction.OF_PATTERNS));
  }

  private RunLog(
      String runId,
      Clock clock,
      @Nullable SyncLogStore store,
      SyncListener listener,
      Outgoing outgoing) {
    this.runId = runId;
    this.clock = clock;
    this.store = store;
    this.listener = listener;
    this.outgoing = outgoing;
    this.out = SafeLog.of(RunLog.class, outgoing.redaction());
  }

  public void runStarted(String message) {
    out.info("run {}: {}", runId, message);
    add(SyncLogLevel.INFO, SyncEvent.RUN_STARTED, null, null, message);
    flush();
  }

  public void runStopped(Failure failure) {
    out.error("run {} stopped, {}: {}", runId, failure.cause(), failure);
    add(SyncLogLevel.ERROR, SyncEvent.RUN_STOPPED, null, null, failure);
    flush();
  }

  public void runSkipped(String message) {
    out.info("run {} skipped: {}", runId, message);
    add(SyncLogLevel.INFO, SyncEvent.RUN_SKIPPED, null, null, message);
    flush();
  }

  /** A run ended; its failures are entries of their own, which {@code forget} finds. */
  public void runFinished(SyncReport report) {
    out.info("{}", report);
    unwritten.add(
        entry(SyncLogLevel.INFO, SyncEvent.RUN_FINISHED)
            .message(report.toString())
            .report(withoutFailures(report).toJson())
            .build());
    flush();
  }

  private static SyncReport withoutFailures(SyncReport report) {
    return report.toBuilder()
        .stages(
            report.stages().stream()
                .map(stage -> stage.toBuilder().failures(List.of()).build())
                .toList())
        .build();
  }

  public void stageStarted(EntityType type) {
    tell(toldListener -> toldListener.onStageStarted(type));
  }

  public void stageFailed(EntityType type, Failure failure) {
    out.error("run {}: stage {} stopped, {}: {}", runId, type, failure.cause(), failure);
    add(SyncLogLevel.ERROR, SyncEvent.STAGE_FAILED, type, null, failure);
    flush();
  }

  public void stageFinished(StageReport report) {
    out.info("run {}: {}", runId, report);
    tell(toldListener -> toldListener.onStageFinished(outgoing.stage(report)));
  }

  public void record(EntityType type, LocalKey key, Outcome outcome) {
    out.debug("run {}: {} {}: {}", runId, type, key, outcome);
    Failures.listed(key, outcome).ifPresent(failure -> failed(type, failure));
    tell(toldListener -> toldListener.onRecord(type, key, outgoing.outcome(outcome)));
  }

  private void failed(EntityType type, RecordFailure record) {
    Failure why = record.failure();
    SyncEvent event = event(record.kind());
    if (event != null) {
      out.warn("run {}: {} {} {}, {}: {}", runId, type, record.key(), event, why.cause(), why);
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

  /** Something about a record, for the record. */
  public void note(SyncEvent event, EntityType type, LocalKey key, String message) {
    out.info("run {}: {} {} {}: {}", runId, type, key, event, message);
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
    out.debug("run {}: {} {} {}: {} {}", runId, type, key, event, message, fields);
    unwritten.add(
        entry(SyncLogLevel.INFO, event)
            .type(type)
            .key(key)
            .message(
                outgoing.line(
                    fields.isEmpty() ? message : message + ": " + String.join(", ", fields)))
            .odooId(odooId)
            .fields(List.copyOf(fields))
            .build());
  }

  /** A conflict that is about to be carried out; {@link #storeConflicts} comes in between. */
  public void conflict(ResolvedConflict resolved) {
    EntityType type = resolved.conflict().type();
    LocalKey key = resolved.conflict().key();
    out.info("run {}: {} {} {}: {}", runId, type, key, SyncEvent.CONFLICT_RESOLVED, resolved);
    conflicts.add(
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
    flush();
    Optional<Failure> failure = store(conflicts);
    conflicts.clear();
    return failure;
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
    unwritten.add(entry(level, event).type(type).key(key).message(outgoing.line(message)).build());
  }

  private void add(
      SyncLogLevel level,
      SyncEvent event,
      @Nullable EntityType type,
      @Nullable LocalKey key,
      Failure failure) {
    unwritten.add(
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
    store(unwritten);
    unwritten.clear();
  }

  private Optional<Failure> store(List<SyncLogEntry> entries) {
    SyncLogStore log = store;
    if (log == null || entries.isEmpty()) {
      return Optional.empty();
    }
    try {
      Interruptions.run(() -> log.append(List.copyOf(entries)));
      return Optional.empty();
    } catch (RuntimeException e) {
      out.error("run {}: {} entries of the sync log could not be stored", runId, entries.size(), e);
      return Optional.of(lost(Failures.ofStore("the store of the sync log", e)));
    }
  }

  /** Drops what is older than that. */
  public void dropBefore(Instant instant) {
    SyncLogStore log = store;
    if (log != null) {
      try {
        long dropped = Interruptions.get(() -> log.deleteBefore(instant));
        out.info("run {}: dropped {} entries of the sync log before {}", runId, dropped, instant);
      } catch (RuntimeException e) {
        out.error("run {}: old entries of the sync log could not be dropped", runId, e);
        lost(Failures.ofStore("dropping old entries of the sync log", e));
      }
    }
  }

  private Failure lost(Failure why) {
    lost = lost == null ? outgoing.failure(why) : lost;
    return why;
  }

  /** Why {@code sync_logs} is not as it should be after this run; {@code null} if it is. */
  public @Nullable Failure lost() {
    return lost;
  }

  private void tell(Consumer<SyncListener> message) {
    try {
      message.accept(listener);
    } catch (RuntimeException e) {
      out.warn("run {}: the listener threw", runId, e);
    }
  }
}
