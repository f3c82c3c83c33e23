package io.odoosync.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.QuarantinedRecord;
import io.odoosync.report.Outcome;
import io.odoosync.source.Contact;
import io.odoosync.store.InMemoryStateStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each call of {@code run} is one run of a record that fails unless it is held back. */
class QuarantineTest {

  private static final LocalKey KEY = LocalKey.of("guest", "7/a");
  private static final Contact ANNE = Contact.builder(KEY).name("Anne").build();
  private static final Failure WHY = Failure.of(FailureCause.INVALID_RECORD, "no name");
  private static final Failure OFFLINE = Failure.of(FailureCause.UNREACHABLE_SERVER, "no answer");

  private final Memory memory = new Memory(TestSettings.over(new InMemoryStateStore()));
  private final Quarantine quarantine = new Quarantine(memory);

  /** Whether the record was tried. */
  private boolean run(Contact contact, Outcome outcome) {
    Quarantine.Watch watch = watch(contact);
    if (!watch.held().isEmpty()) {
      return false;
    }
    BatchOutcomes outcomes = new BatchOutcomes();
    outcomes.put(KEY, outcome);
    watch.settle(outcomes);
    return true;
  }

  private Quarantine.Watch watch(Contact contact) {
    return quarantine.watch(EntityType.CONTACT, Map.of(KEY, contact));
  }

  private void failThrice() {
    for (int i = 0; i < 3; i++) {
      assertThat(run(ANNE, new Outcome.Failed(WHY))).isTrue();
    }
  }

  @Test
  void held_failedThrice_isLeftOutOfOneRunThenTriedThenOutOfTwo() {
    failThrice();
    assertThat(run(ANNE, new Outcome.Failed(WHY))).isFalse();
    assertThat(run(ANNE, new Outcome.Failed(WHY))).isTrue();
    assertThat(run(ANNE, new Outcome.Failed(WHY))).isFalse();
    assertThat(run(ANNE, new Outcome.Failed(WHY))).isFalse();
    assertThat(run(ANNE, new Outcome.Failed(WHY))).isTrue();
  }

  @Test
  void held_record_saysHowOftenItFailedAndForHowLong() {
    failThrice();
    assertThat(watch(ANNE).held()).isEqualTo(Map.of(KEY, new Outcome.Quarantined(WHY, 3, 0)));
  }

  @Test
  void held_recordChanged_isTriedAndCountedFromOne() {
    failThrice();
    Contact changed = ANNE.toBuilder().name("Ann").build();
    assertThat(run(changed, new Outcome.Failed(WHY))).isTrue();
    assertThat(run(changed, new Outcome.Failed(WHY))).isTrue();
    assertThat(quarantine.all()).isEmpty();
    assertThat(run(changed, new Outcome.Failed(WHY))).isTrue();
    assertThat(run(changed, new Outcome.Failed(WHY))).isFalse();
  }

  @Test
  void settle_failureThatPasses_doesNotCount() {
    for (int i = 0; i < 5; i++) {
      assertThat(run(ANNE, new Outcome.Failed(OFFLINE))).isTrue();
    }
    assertThat(memory.all("")).isEmpty();
  }

  @Test
  void settle_failureThatPassesInBetween_leavesTheCountAsItIs() {
    run(ANNE, new Outcome.Failed(WHY));
    run(ANNE, new Outcome.Failed(WHY));
    run(ANNE, new Outcome.Failed(OFFLINE));
    run(ANNE, new Outcome.Failed(WHY));
    assertThat(run(ANNE, new Outcome.Failed(WHY))).isFalse();
  }

  @Test
  void settle_wentWell_isForgotten() {
    run(ANNE, new Outcome.Failed(WHY));
    run(ANNE, new Outcome.Failed(WHY));
    run(ANNE, new Outcome.Updated(7));
    assertThat(memory.all("")).isEmpty();
    failThrice();
  }

  @Test
  void release_quarantined_isTriedInTheNextRun() {
    failThrice();
    quarantine.release(EntityType.CONTACT, List.of(KEY));
    assertThat(run(ANNE, new Outcome.Failed(WHY))).isTrue();
    assertThat(quarantine.all()).isEmpty();
  }

  @Test
  void all_quarantined_isListedFromTheThirdFailureOn() {
    run(ANNE, new Outcome.Failed(WHY));
    run(ANNE, new Outcome.Failed(WHY));
    assertThat(quarantine.all()).isEmpty();
    run(ANNE, new Outcome.Failed(WHY));
    assertThat(quarantine.all())
        .containsExactly(new QuarantinedRecord(EntityType.CONTACT, KEY, 3, 1, WHY));
  }
}
