package io.odoosync.internal.state;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.TRAVEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.plan.PlannedRecord.Action;
import io.odoosync.plan.SyncPlan;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanGateTest {

  private static final LocalKey KEY = LocalKey.of("guest", 1);
  private static final LocalKey OTHER = LocalKey.of("guest", 2);
  private static final PlannedRecord CREATE =
      PlannedRecord.builder(CONTACT, KEY, Action.CREATE).build();
  private static final PlannedRecord UPDATE =
      PlannedRecord.builder(CONTACT, KEY, Action.UPDATE).odooId(7L).build();
  private static final PlannedRecord ARCHIVE = followUp(PlanGate.ARCHIVE);
  private static final PlannedRecord RESTORE = followUp(PlanGate.RESTORE);

  private static PlannedRecord followUp(String step) {
    return PlannedRecord.builder(CONTACT, KEY, Action.FOLLOW_UP)
        .odooId(7L)
        .steps(List.of(step))
        .build();
  }

  private static PlanGate gate(PlannedRecord... planned) {
    return new PlanGate(
        SyncPlan.builder("school", Instant.EPOCH)
            .types(Set.of(CONTACT, TRAVEL))
            .records(List.of(planned))
            .build());
  }

  @Test
  void refusal_asPlannedOrNothingToDo_isNone() {
    PlanGate gate = gate(CREATE);
    assertThat(gate.refusal(CONTACT, KEY, CREATE)).isEmpty();
    assertThat(gate.refusal(CONTACT, KEY, null)).isEmpty();
    assertThat(gate.refusal(CONTACT, OTHER, null)).isEmpty();
  }

  @Test
  void refusal_movedSince_saysWhatThenAndWhatNow() {
    assertThat(gate(CREATE).refusal(CONTACT, KEY, UPDATE))
        .hasValue(
            "it has moved since it was planned. Then: CREATE CONTACT guest/1;"
                + " now: UPDATE CONTACT guest/1 res.partner 7");
  }

  @Test
  void refusal_notPlanned_saysSo() {
    PlannedRecord travel = PlannedRecord.builder(TRAVEL, KEY, Action.CREATE).build();
    assertThat(gate(CREATE).refusal(TRAVEL, KEY, travel))
        .hasValue("it was not in the plan, but has moved since; now: CREATE TRAVEL guest/1");
  }

  @Test
  void allows_archivedOrBroughtBack_onlyAsPlanned() {
    assertThat(gate(ARCHIVE).allows(ARCHIVE)).isTrue();
    assertThat(gate(ARCHIVE).allows(RESTORE)).isFalse();
    assertThat(gate(RESTORE).allows(RESTORE)).isTrue();
    assertThat(gate(CREATE).allows(CREATE)).isFalse();
  }

  @Test
  void refusal_onlyItsArchivingWasPlanned_isNotPlanned() {
    assertThat(gate(ARCHIVE).refusal(CONTACT, KEY, UPDATE)).isPresent();
    assertThat(gate(ARCHIVE, UPDATE).refusal(CONTACT, KEY, UPDATE)).isEmpty();
  }
}
