package io.odoosync.internal.stage;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.internal.change.ChangeMemory;
import io.odoosync.internal.change.Ledger;
import io.odoosync.internal.change.Scope;
import io.odoosync.internal.field.Dependency;
import io.odoosync.internal.state.Memory;
import io.odoosync.internal.state.TestSettings;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.plan.PlannedRecord.Action;
import io.odoosync.report.Outcome;
import io.odoosync.store.InMemoryStateStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a record that waits for others is told of them. */
class StandingTest {

  private static final LocalKey KEY = LocalKey.of("guest", 1);
  private static final Dependency ONE = new Dependency(CONTACT, KEY);
  private static final Dependency TWO = new Dependency(CONTACT, LocalKey.of("guest", 2));
  private static final Failure WHY = Failure.of(FailureCause.INVALID_RECORD, "no name");

  static final List<Outcome> MISSING =
      List.of(
          new Outcome.Failed(WHY),
          new Outcome.Blocked("no name"),
          new Outcome.Quarantined(WHY, 3, 1),
          new Outcome.NotReached(WHY));

  static final List<Outcome> NOT_MISSING =
      List.of(new Outcome.Created(7), new Outcome.Unchanged(7), new Outcome.NotReached());

  private final Standing standing =
      new Standing(
          new Ledger(
              Scope.all(Set.of(CONTACT)),
              new ChangeMemory(
                  new Memory(TestSettings.over(new InMemoryStateStore())),
                  "test at https://odoo.example.com")));

  @ParameterizedTest
  @FieldSource("MISSING")
  void became_notInOdoo_isMissingForItsReason(Outcome outcome) {
    standing.became(CONTACT, KEY, outcome);
    assertThat(standing.isKnown(ONE)).isTrue();
    assertThat(standing.isKnown(TWO)).isFalse();
    assertThat(standing.reasons(Set.of(ONE, TWO))).isEqualTo(Map.of(ONE, "no name"));
    assertThat(standing.reasons(Set.of(TWO))).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("NOT_MISSING")
  void became_inOdooOrNotComeTo_isNotMissing(Outcome outcome) {
    standing.became(CONTACT, KEY, outcome);
    assertThat(standing.isKnown(ONE)).isFalse();
    assertThat(standing.reasons(Set.of(ONE))).isEmpty();
  }

  @Test
  void circle_records_areMissingWhileTheyAreDealtWith() {
    standing.circle(CONTACT, Set.of(KEY));
    assertThat(standing.reasons(Set.of(ONE)).get(ONE)).contains("in a circle, break it");
  }

  @Test
  void planned_create_countsAsThere() {
    standing.planned(PlannedRecord.builder(CONTACT, KEY, Action.CREATE).build());
    assertThat(standing.isKnown(ONE)).isTrue();
    assertThat(standing.planned(Set.of(ONE, TWO))).containsExactly(ONE);
    assertThat(standing.planned(Set.of(TWO))).isEmpty();
    assertThat(standing.reasons(Set.of(ONE))).isEmpty();
  }

  @Test
  void planned_notSynced_isMissingForItsReason() {
    standing.planned(PlannedRecord.builder(CONTACT, KEY, Action.FAIL).reason("no name").build());
    assertThat(standing.reasons(Set.of(ONE))).isEqualTo(Map.of(ONE, "no name"));
    assertThat(standing.planned(Set.of(ONE))).isEmpty();
  }

  @Test
  void planned_thereAlready_isNothingToTell() {
    standing.planned(PlannedRecord.builder(CONTACT, KEY, Action.UPDATE).odooId(7L).build());
    assertThat(standing.isKnown(ONE)).isFalse();
  }

  @Test
  void reasons_moreThanAreKept_areStillKnown() {
    for (int i = 0; i <= Standing.MAX_REASONS; i++) {
      standing.became(CONTACT, LocalKey.of("guest", i), new Outcome.Failed(WHY));
    }
    Dependency last = new Dependency(CONTACT, LocalKey.of("guest", 0));
    assertThat(standing.isKnown(last)).isTrue();
    assertThat(standing.isKnown(new Dependency(CONTACT, LocalKey.of("guest", -1)))).isFalse();
    assertThat(standing.reasons(Set.of(last, ONE)))
        .isEqualTo(
            Map.of(last, "it is not in step itself; its own entry says why", ONE, "no name"));
  }
}
