package io.odoosync.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.conflict.Winner;
import io.odoosync.report.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class BatchOutcomesTest {

  private static final LocalKey KEY = LocalKey.of("guest", 1);
  private static final LocalKey OTHER = LocalKey.of("guest", 2);
  private static final Failure WHY = Failure.of(FailureCause.INVALID_RECORD, "why");
  private static final Outcome CREATED = new Outcome.Created(7);
  private static final Outcome UPDATED = new Outcome.Updated(7);
  private static final Outcome FAILED = new Outcome.Failed(WHY);

  static final List<Outcome> IN_STEP =
      List.of(
          CREATED,
          UPDATED,
          new Outcome.Unchanged(7),
          new Outcome.Pulled(7),
          new Outcome.Conflicted(7, Winner.LOCAL, "why"));

  static final List<Outcome> NOT_IN_STEP =
      List.of(
          FAILED,
          new Outcome.Blocked("why"),
          new Outcome.Quarantined(WHY, 3, 1),
          new Outcome.NotReached());

  private final BatchOutcomes outcomes = new BatchOutcomes();

  @ParameterizedTest
  @FieldSource("IN_STEP")
  void odooId_inStep_isItsRecord(Outcome outcome) {
    outcomes.put(KEY, outcome);
    assertThat(outcomes.odooId(KEY)).isEqualTo(OptionalLong.of(7));
  }

  @ParameterizedTest
  @FieldSource("NOT_IN_STEP")
  void odooId_notInStep_isNone(Outcome outcome) {
    outcomes.put(KEY, outcome);
    assertThat(outcomes.odooId(KEY)).isEmpty();
  }

  @Test
  void of_nothingSaid_isNotReached() {
    assertThat(outcomes.of(KEY)).isEqualTo(new Outcome.NotReached());
    assertThat(outcomes.odooId(KEY)).isEmpty();
  }

  @Test
  void add_furtherStep_countsIfTheFirstChangedNothing() {
    outcomes.put(KEY, new Outcome.Unchanged(7));
    outcomes.add(KEY, UPDATED);
    assertThat(outcomes.of(KEY)).isEqualTo(UPDATED);
  }

  @Test
  void add_furtherStepThatWentWell_doesNotReplaceWhatWasDone() {
    outcomes.put(KEY, CREATED);
    outcomes.add(KEY, UPDATED);
    assertThat(outcomes.of(KEY)).isEqualTo(CREATED);
  }

  @Test
  void add_furtherStepThatFailed_countsMost() {
    outcomes.put(KEY, CREATED);
    outcomes.add(KEY, FAILED);
    outcomes.add(KEY, UPDATED);
    assertThat(outcomes.of(KEY)).isEqualTo(FAILED);
  }

  @Test
  void forEach_said_areVisitedInTheOrderInWhichTheyWereFirstSaid() {
    outcomes.put(OTHER, UPDATED);
    outcomes.put(KEY, CREATED);
    outcomes.put(OTHER, FAILED);
    List<Object> visited = new ArrayList<>();
    outcomes.forEach((key, outcome) -> visited.addAll(List.of(key, outcome)));
    assertThat(visited).containsExactly(OTHER, FAILED, KEY, CREATED);
  }
}
