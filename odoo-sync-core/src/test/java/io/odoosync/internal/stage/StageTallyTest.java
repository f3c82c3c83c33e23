package io.odoosync.internal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.report.Outcome;
import io.odoosync.report.StageReport;
import org.junit.jupiter.api.Test;

class StageTallyTest {

  @Test
  void count_recordNotReachedThenSyncedOnDemand_countsOnce() {
    StageTally tally = new StageTally(EntityType.CONTACT);
    tally.count(LocalKey.of("teacher", 1), new Outcome.NotReached());
    tally.count(LocalKey.of("teacher", 2), new Outcome.NotReached());
    tally.count(LocalKey.of("teacher", 1), new Outcome.Created(7));

    StageReport report = tally.report();

    assertThat(report.read()).isEqualTo(2);
    assertThat(report.created()).isEqualTo(1);
    assertThat(report.notReached()).isEqualTo(1);
  }
}
