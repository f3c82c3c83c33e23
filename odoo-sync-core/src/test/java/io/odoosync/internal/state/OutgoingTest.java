package io.odoosync.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.conflict.Winner;
import io.odoosync.internal.text.Redaction;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.report.CheckFinding;
import io.odoosync.report.Outcome;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.store.FieldConflict;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogLevel;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever leaves a run goes through one door, which hides the secrets in each of its texts. */
class OutgoingTest {

  private static final String SECRET = "s3cr3t-w0rd";
  private static final String TEXT = "it was " + SECRET;
  private static final LocalKey KEY = LocalKey.of("teacher", 1);

  private final Outgoing outgoing = new Outgoing(Redaction.of(List.of(SECRET)));

  private static Failure failure() {
    return Failure.of(FailureCause.HOST_FAULT, TEXT);
  }

  private static StageReport stage() {
    return StageReport.builder(EntityType.CONTACT)
        .failed(1)
        .read(1)
        .failure(failure())
        .notices(List.of(TEXT))
        .failures(List.of(new RecordFailure(KEY, RecordFailure.Kind.FAILED, failure())))
        .build();
  }

  @Test
  void outcome_eachSort_hidesIt() {
    List<Outcome> outcomes =
        List.of(
            new Outcome.Failed(failure()),
            new Outcome.Quarantined(failure(), 3, 4),
            new Outcome.NotReached(failure()),
            new Outcome.Blocked(TEXT),
            new Outcome.Conflicted(7, Winner.MANUAL, TEXT));

    assertThat(outcomes)
        .allSatisfy(
            outcome ->
                assertThat(outgoing.outcome(outcome))
                    .hasSameClassAs(outcome)
                    .asString()
                    .contains("it was")
                    .doesNotContain(SECRET));
    Outcome unchanged = new Outcome.Unchanged(7);
    assertThat(outgoing.outcome(unchanged)).isSameAs(unchanged);
  }

  @Test
  void report_allItsTexts_hideIt() {
    SyncReport report =
        SyncReport.builder("r1", Instant.EPOCH)
            .stages(List.of(stage()))
            .stopped(failure())
            .logFailure(failure())
            .apiKeyWarning(failure())
            .build();

    SyncReport told = outgoing.report(report);

    assertThat(told.stages().get(0).failures()).hasSize(1);
    assertThat(told.stages().get(0).notices()).hasSize(1);
    assertThat(told.stopped()).isNotNull();
    assertThat(told.toJson()).contains("it was").doesNotContain(SECRET);
  }

  @Test
  void finding_itsTexts_hideIt() {
    CheckFinding finding =
        new CheckFinding(
            CheckFinding.Severity.ERROR, EntityType.CONTACT, FailureCause.HOST_FAULT, TEXT, TEXT);

    CheckFinding told = outgoing.finding(finding);

    assertThat(told.what()).contains("it was").doesNotContain(SECRET);
    assertThat(told.advice()).contains("it was").doesNotContain(SECRET);
  }

  @Test
  void exception_itsMessage_hidesItAndKeepsTheCause() {
    IllegalStateException told = outgoing.exception(TEXT, new IllegalStateException(TEXT));

    assertThat(told.getMessage()).contains("it was").doesNotContain(SECRET);
    assertThat(told.getCause()).isNotNull().asString().doesNotContain(SECRET);
  }

  @Test
  void planned_itsReason_hidesIt() {
    PlannedRecord record =
        PlannedRecord.builder(EntityType.CONTACT, KEY, PlannedRecord.Action.BLOCK)
            .reason(TEXT)
            .build();

    PlannedRecord told = outgoing.planned(record);

    assertThat(told.reason()).contains("it was").doesNotContain(SECRET);
    assertThat(told.key()).isEqualTo(KEY);
  }

  @Test
  void shown_conflict_hidesItInEachValue() {
    SyncLogEntry entry =
        SyncLogEntry.builder(Instant.EPOCH, "r", SyncLogLevel.INFO, SyncEvent.CONFLICT_RESOLVED)
            .type(EntityType.CONTACT)
            .key(KEY)
            .message("a conflict")
            .conflict(
                new FieldConflict("website", TEXT, TEXT, TEXT, Winner.MERGED, TEXT, "p", TEXT))
            .build();

    assertThat(outgoing.shown(entry).conflict())
        .asString()
        .contains("local=it was ***", "odoo=it was ***", "base=it was ***")
        .contains("result=it was ***", "reason=it was ***")
        .doesNotContain(SECRET);
  }
}
