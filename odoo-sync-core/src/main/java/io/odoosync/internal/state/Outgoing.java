package io.odoosync.internal.state;

import io.odoosync.Failure;
import io.odoosync.internal.text.Redaction;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.report.CheckFinding;
import io.odoosync.report.Outcome;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.store.FieldConflict;
import io.odoosync.store.SyncLogEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The door through which everything leaves that a run says: what others said in it, such as Odoo, a
 * source or a driver, loses its secrets here.
 *
 * @param redaction knows the secrets of the engine
 */
public record Outgoing(Redaction redaction) {

  /** A text for {@code sync_logs} or an exception: one line, in which nothing hides. */
  public String line(String text) {
    return redaction.line(text);
  }

  private @Nullable String text(@Nullable String text) {
    return text == null ? null : redaction.text(text);
  }

  public Failure failure(Failure failure) {
    return new Failure(
        failure.cause(),
        redaction.text(failure.reason()),
        redaction.text(failure.advice()),
        text(failure.odooError()),
        failure.model(),
        failure.method());
  }

  private @Nullable Failure orNone(@Nullable Failure failure) {
    return failure == null ? null : failure(failure);
  }

  public Outcome outcome(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      return new Outcome.Failed(failure(failed.failure()));
    } else if (outcome instanceof Outcome.Quarantined held) {
      return new Outcome.Quarantined(failure(held.failure()), held.failures(), held.runsToSkip());
    } else if (outcome instanceof Outcome.NotReached left) {
      return new Outcome.NotReached(orNone(left.failure()));
    } else if (outcome instanceof Outcome.Blocked blocked) {
      return new Outcome.Blocked(redaction.text(blocked.reason()));
    } else if (outcome instanceof Outcome.Conflicted both) {
      return new Outcome.Conflicted(both.odooId(), both.winner(), redaction.text(both.reason()));
    }
    return outcome;
  }

  private RecordFailure listed(RecordFailure record) {
    return new RecordFailure(record.key(), record.kind(), failure(record.failure()));
  }

  public StageReport stage(StageReport report) {
    return report.toBuilder()
        .failure(orNone(report.failure()))
        .failures(report.failures().stream().map(this::listed).toList())
        .notices(texts(report.notices()))
        .build();
  }

  public SyncReport report(SyncReport report) {
    return report.toBuilder()
        .stages(report.stages().stream().map(this::stage).toList())
        .stopped(orNone(report.stopped()))
        .logFailure(orNone(report.logFailure()))
        .apiKeyWarning(orNone(report.apiKeyWarning()))
        .build();
  }

  public CheckFinding finding(CheckFinding finding) {
    return new CheckFinding(
        finding.severity(),
        finding.type(),
        finding.cause(),
        redaction.text(finding.what()),
        redaction.text(finding.advice()));
  }

  /** Values are what the plan is about, and stay as they are. */
  public PlannedRecord planned(PlannedRecord record) {
    return record.toBuilder()
        .steps(texts(record.steps()))
        .notes(texts(record.notes()))
        .reason(text(record.reason()))
        .build();
  }

  /** A conflict as people see it; {@code sync_logs} has its values as they are. */
  public SyncLogEntry shown(SyncLogEntry entry) {
    FieldConflict conflict = entry.conflict();
    return conflict == null
        ? entry
        : entry.toBuilder()
            .conflict(
                new FieldConflict(
                    conflict.field(),
                    redaction.text(conflict.local()),
                    redaction.text(conflict.odoo()),
                    text(conflict.base()),
                    conflict.winner(),
                    text(conflict.result()),
                    conflict.policy(),
                    text(conflict.reason())))
            .build();
  }

  private List<String> texts(List<String> texts) {
    return texts.stream().map(redaction::text).toList();
  }

  /** What a caller of the engine gets to see. */
  public IllegalStateException exception(String message, Throwable cause) {
    return new IllegalStateException(line(message), redaction.safe(cause));
  }
}
