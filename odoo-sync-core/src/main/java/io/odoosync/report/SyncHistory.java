package io.odoosync.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.store.SyncLogStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@code sync_logs} tells of what is past. Needs no engine and no Odoo: an administrator's
 * tool reads a host's log with it. An engine does so by {@link io.odoosync.SyncEngine#runs} and
 * {@link io.odoosync.SyncEngine#history}, which wrap what the store throws. Safe for use by several
 * threads if the store is.
 */
public final class SyncHistory {

  /** How many runs a page shows besides its own: {@value}. */
  public static final int RUNS_ON_A_PAGE = 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<SyncEvent, RecordFailure.Kind> FAILURES =
      Collections.unmodifiableMap(
          new EnumMap<>(
              Map.of(
                  SyncEvent.RECORD_FAILED, RecordFailure.Kind.FAILED,
                  SyncEvent.RECORD_BLOCKED, RecordFailure.Kind.BLOCKED,
                  SyncEvent.RECORD_QUARANTINED, RecordFailure.Kind.QUARANTINED,
                  SyncEvent.RECORD_LEFT_OUT, RecordFailure.Kind.LEFT_OUT)));

  private final SyncLogStore log;

  private SyncHistory(SyncLogStore log) {
    this.log = Objects.requireNonNull(log, "log");
  }

  /**
   * The history in a log.
   *
   * @param log where it is kept
   * @return the history, which reads it anew each time
   */
  public static SyncHistory of(SyncLogStore log) {
    return new SyncHistory(log);
  }

  /**
   * What happened to one record.
   *
   * @param type the kind of entity
   * @param key the record
   * @return its entries, newest first, {@link SyncLogQuery#DEFAULT_LIMIT} at most; empty if there
   *     are none
   */
  public List<SyncLogEntry> of(EntityType type, LocalKey key) {
    return log.find(SyncLogQuery.all().withType(type).withKey(key));
  }

  /**
   * Lists the runs that ended, in whatever way, as {@link io.odoosync.SyncEngine#runs}.
   *
   * @param limit how many runs at most, 1 or more
   * @return the newest runs, newest first; empty if there were none
   * @throws IllegalArgumentException if {@code limit} is less than 1
   * @throws IllegalStateException if what the log has of a run is broken
   */
  public List<PastRun> runs(int limit) {
    SyncLogQuery ended = SyncLogQuery.all().withEvent(SyncEvent.RUN_FINISHED).withLimit(limit);
    return log.find(ended).stream().map(SyncHistory::run).toList();
  }

  private static PastRun run(SyncLogEntry entry) {
    JsonNode report = report(entry);
    String startedAt = report.path("startedAt").textValue();
    String status = report.path("status").textValue();
    return new PastRun(
        entry.runId(),
        startedAt == null ? null : Instant.parse(startedAt),
        entry.at(),
        status == null ? null : RunStatus.valueOf(status),
        report.path("successful").asBoolean(),
        entry.message(),
        entry.report());
  }

  private static JsonNode report(SyncLogEntry entry) {
    try {
      return JSON.readTree(entry.report() == null ? "{}" : entry.report());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the report of run " + entry.runId() + " is broken", e);
    }
  }

  /**
   * The report of a run that ended, with the failures that the log has of it: each has its cause,
   * reason and advice, but not the call that failed. Of conflicts that were left to people it has
   * the count; {@link #conflicts} has them. Durations are in whole milliseconds.
   *
   * @param runId the run
   * @return its report; empty if the log does not have it, or has it from a version of the library
   *     that kept none
   * @throws IllegalArgumentException if what the log has is no report
   */
  public Optional<SyncReport> report(String runId) {
    SyncLogQuery ended = SyncLogQuery.all().withRun(runId).withEvent(SyncEvent.RUN_FINISHED);
    return log.find(ended.withLimit(1)).stream()
        .map(SyncLogEntry::report)
        .filter(Objects::nonNull)
        .findFirst()
        .map(SyncReport::parse)
        .map(this::withFailures);
  }

  private SyncReport withFailures(SyncReport report) {
    return report.toBuilder()
        .stages(report.stages().stream().map(stage -> withFailures(report, stage)).toList())
        .build();
  }

  private StageReport withFailures(SyncReport report, StageReport stage) {
    List<RecordFailure> failures = new ArrayList<>();
    FAILURES.forEach((event, kind) -> failures.addAll(failures(report, stage, event, kind)));
    return stage.toBuilder().failures(failures).build();
  }

  /** Those that the log has from before it knew causes count as unexpected. */
  private List<RecordFailure> failures(
      SyncReport report, StageReport stage, SyncEvent event, RecordFailure.Kind kind) {
    SyncLogQuery query =
        SyncLogQuery.all()
            .withRun(report.runId())
            .withType(stage.type())
            .withEvent(event)
            .withLimit(StageReport.MAX_FAILURES);
    List<RecordFailure> failures = new ArrayList<>();
    for (SyncLogEntry entry : log.find(query)) {
      LocalKey key = entry.key();
      if (key != null) {
        failures.add(new RecordFailure(key, kind, failure(entry)));
      }
    }
    Collections.reverse(failures);
    return failures;
  }

  private static Failure failure(SyncLogEntry entry) {
    FailureCause cause = entry.cause();
    String advice = entry.advice();
    return Failure.of(
        cause == null ? FailureCause.UNEXPECTED : cause,
        entry.message(),
        advice == null ? "" : advice);
  }

  /**
   * The conflicts that a run settled or left to people, each with all its values.
   *
   * @param runId the run
   * @return the entries, newest first, {@link SyncLogQuery#DEFAULT_LIMIT} at most; empty if there
   *     are none
   */
  public List<SyncLogEntry> conflicts(String runId) {
    return log.find(SyncLogQuery.all().withRun(runId).withEvent(SyncEvent.CONFLICT_RESOLVED));
  }

  /**
   * A page about a run, with the values of its conflicts and the {@value #RUNS_ON_A_PAGE} runs
   * before now.
   *
   * @param report of the run
   * @return the page
   */
  public ReportPage page(SyncReport report) {
    return ReportPage.of(report).conflicts(conflicts(report.runId())).runs(runs(RUNS_ON_A_PAGE));
  }
}
