package io.odoosync.internal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.conflict.Winner;
import io.odoosync.report.Outcome;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.StageReport;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a report says of one stage. */
class StageCountsTest {

  private static final Failure WHY = Failure.of(FailureCause.INVALID_RECORD, "no name");

  private final StageTally tally = new StageTally(EntityType.CONTACT);
  private int last;

  private void count(Outcome... outcomes) {
    for (Outcome outcome : outcomes) {
      tally.count(LocalKey.of("guest", ++last), outcome);
    }
  }

  @Test
  void report_eachOutcome_isCountedByItself() {
    count(new Outcome.Created(1));
    count(new Outcome.Updated(1), new Outcome.Updated(2));
    count(new Outcome.Unchanged(1), new Outcome.Unchanged(2), new Outcome.Unchanged(3));
    count(new Outcome.Pulled(1));
    count(new Outcome.Conflicted(1, Winner.LOCAL, "x"), new Outcome.Conflicted(2, Winner.ODOO, ""));
    count(new Outcome.Conflicted(3, Winner.ODOO, "x"), new Outcome.Failed(WHY));
    count(new Outcome.Blocked("x"), new Outcome.Quarantined(WHY, 3, 1), new Outcome.NotReached());
    StageReport report = tally.report();
    assertThat(report.read()).isEqualTo(14);
    assertThat(report.created()).isEqualTo(1);
    assertThat(report.updated()).isEqualTo(2);
    assertThat(report.unchanged()).isEqualTo(3);
    assertThat(report.pulled()).isEqualTo(1);
    assertThat(report.conflicts()).isEqualTo(Map.of(Winner.LOCAL, 1L, Winner.ODOO, 2L));
    assertThat(report.failed()).isEqualTo(1);
    assertThat(report.blocked()).isEqualTo(1);
    assertThat(report.quarantined()).isEqualTo(1);
    assertThat(report.notReached()).isEqualTo(1);
    assertThat(report.failures())
        .extracting(RecordFailure::kind)
        .containsExactly(
            RecordFailure.Kind.FAILED, RecordFailure.Kind.BLOCKED, RecordFailure.Kind.QUARANTINED);
  }

  @Test
  void count_leftOutForAReasonOfItsOwn_staysLeftOut() {
    LocalKey key = LocalKey.of("guest", 1);
    tally.count(key, new Outcome.NotReached(WHY));
    tally.count(key, new Outcome.Created(7));
    assertThat(tally.report().notReached()).isEqualTo(1);
    assertThat(tally.report().created()).isEqualTo(1);
  }

  @Test
  void report_failuresWithoutEnd_listsTheFirstThousand() {
    for (int i = 0; i <= StageReport.MAX_FAILURES; i++) {
      count(new Outcome.Failed(WHY));
    }
    assertThat(tally.report().failed()).isEqualTo(StageReport.MAX_FAILURES + 1);
    assertThat(tally.report().failures()).hasSize(StageReport.MAX_FAILURES);
  }

  @Test
  void took_severalTimes_addsUp() {
    tally.took(Duration.ofSeconds(2));
    tally.took(Duration.ofSeconds(3));
    assertThat(tally.report().duration()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void isEmpty_recordOrFailure_isFalse() {
    assertThat(tally.isEmpty()).isTrue();
    assertThat(tally.hasFailed()).isFalse();
    tally.failedBecause(WHY);
    assertThat(tally.isEmpty()).isFalse();
    assertThat(tally.hasFailed()).isTrue();
    assertThat(tally.report().failure()).isEqualTo(WHY);
    StageTally other = new StageTally(EntityType.CONTACT);
    other.count(LocalKey.of("guest", 1), new Outcome.Unchanged(7));
    assertThat(other.isEmpty()).isFalse();
  }
}
