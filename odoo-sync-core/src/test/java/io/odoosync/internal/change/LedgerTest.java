package io.odoosync.internal.change;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.TRAVEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.internal.state.Memory;
import io.odoosync.internal.state.TestSettings;
import io.odoosync.report.Outcome;
import io.odoosync.store.InMemoryStateStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final LocalKey A = LocalKey.of("teacher", "a");
  private static final LocalKey B = LocalKey.of("teacher", "b");
  private static final LocalKey C = LocalKey.of("teacher", "c");
  private static final Outcome DONE = new Outcome.Unchanged(1);
  private static final Outcome FAILED =
      new Outcome.Failed(Failure.of(FailureCause.INVALID_RECORD, "no name"));
  private static final Mark MARK = new Mark(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, null);

  private final InMemoryStateStore store = new InMemoryStateStore();

  private ChangeMemory memory() {
    return memory("test at https://odoo.example.com");
  }

  private ChangeMemory memory(String odoo) {
    return new ChangeMemory(new Memory(TestSettings.over(store)), odoo);
  }

  private Ledger begun(Scope scope) {
    Ledger ledger = new Ledger(scope, memory());
    ledger.begin(Map.of(CONTACT, MARK));
    return ledger;
  }

  private static Scope of(LocalKey... keys) {
    return Scope.of(Map.of(CONTACT, List.of(keys)));
  }

  private static Scope all() {
    return Scope.all(Set.of(CONTACT));
  }

  private Map<EntityType, Set<LocalKey>> again() {
    return memory().again();
  }

  @Test
  void begin_someRecords_areRememberedUntilTheyAreInStep() {
    Ledger ledger = begun(of(A, B));
    assertThat(again()).isEqualTo(Map.of(CONTACT, Set.of(A, B)));

    ledger.became(CONTACT, A, DONE);
    ledger.became(CONTACT, B, FAILED);
    ledger.end(Set.of(CONTACT));

    assertThat(again()).isEqualTo(Map.of(CONTACT, Set.of(B)));
  }

  /** The host has them no more. */
  @Test
  void end_recordsWithoutOutcome_areForgottenIfTheStageCameToItsEnd() {
    begun(of(A)).end(Set.of(CONTACT));

    assertThat(again()).isEmpty();
  }

  @Test
  void end_stageThatStopped_leavesWhatWasNotDealtWith() {
    Ledger ledger = begun(of(A, B));
    ledger.became(CONTACT, A, DONE);
    ledger.became(CONTACT, B, new Outcome.NotReached());
    ledger.end(Set.of());

    assertThat(again()).isEqualTo(Map.of(CONTACT, Set.of(B)));
  }

  @Test
  void end_ofAFullRun_leavesWhatFailedAndMarksTheTime() {
    begun(of(A, B)).end(Set.of());
    Ledger full = begun(all());
    assertThat(memory().mark(CONTACT)).isEmpty();
    full.became(CONTACT, B, DONE);
    full.became(CONTACT, C, FAILED);
    full.end(Set.of(CONTACT));

    assertThat(again()).isEqualTo(Map.of(CONTACT, Set.of(C)));
    assertThat(memory().mark(CONTACT)).contains(MARK);
  }

  @Test
  void fullRunThatDied_leavesNoMark() {
    begun(all()).end(Set.of(CONTACT));
    begun(all());

    assertThat(memory().mark(CONTACT)).isEmpty();
    assertThat(memory().lastMark(CONTACT)).contains(MARK);
  }

  @Test
  void fullRunThatStopped_leavesTheMarkBefore() {
    begun(all()).end(Set.of(CONTACT));
    begun(all()).end(Set.of());

    assertThat(memory().mark(CONTACT)).contains(MARK);
  }

  @Test
  void mark_ofAnotherOdoo_saysNothing() {
    begun(all()).end(Set.of(CONTACT));

    assertThat(memory("copy at https://odoo.example.com").mark(CONTACT)).isEmpty();
  }

  @Test
  void hasLostLinks_onlyIfThereWereSome() {
    ChangeMemory memory = memory();
    assertThat(memory.hasLostLinks(CONTACT, false)).isFalse();
    memory.hasLostLinks(CONTACT, true);
    new Ledger(all(), memory).begin(Map.of());

    assertThat(memory().hasLostLinks(CONTACT, false)).isTrue();
  }

  /** Records that others waited for. */
  @Test
  void became_recordOfAnotherKind_isRememberedToo() {
    Ledger ledger = begun(of(A));
    ledger.became(TRAVEL, B, FAILED);
    ledger.end(Set.of(CONTACT));

    assertThat(again()).isEqualTo(Map.of(TRAVEL, Set.of(B)));
  }

  @Test
  void end_moreThanCanBeRemembered_nextRunIsFull() {
    Ledger ledger = begun(all());
    for (int i = 0; i <= Ledger.MAX_KEYS; i++) {
      ledger.became(CONTACT, LocalKey.of("teacher", i), FAILED);
    }
    ledger.end(Set.of(CONTACT));

    assertThat(memory().mark(CONTACT)).isEmpty();
  }

  @Test
  void end_allThatWasAskedForInFull_beginsTheCountOfRunsAnew() {
    ChangeMemory counted = memory();
    counted.sinceFull(new ChangeMemory.SinceFull(5, Instant.EPOCH.plusSeconds(9)));
    counted.save();
    begun(of(A)).end(Set.of(CONTACT));
    assertThat(memory().sinceFull())
        .contains(new ChangeMemory.SinceFull(5, Instant.EPOCH.plusSeconds(9)));
    begun(all()).end(Set.of());
    assertThat(memory().sinceFull()).map(ChangeMemory.SinceFull::runs).contains(5);

    begun(all()).end(Set.of(CONTACT));

    assertThat(memory().sinceFull()).contains(new ChangeMemory.SinceFull(0, Instant.EPOCH));
  }

  @Test
  void forgetMarks_marked_isToBeLookedAtAsAWhole() {
    begun(all()).end(Set.of(CONTACT));
    ChangeMemory memory = memory();

    memory.forgetMarks();

    assertThat(memory.mark(CONTACT)).isEmpty();
    assertThat(memory().mark(CONTACT)).isEmpty();
  }

  @Test
  void hasLostLinks_thereWereSome_isSo() {
    ChangeMemory memory = memory();
    assertThat(memory.hasLostLinks(CONTACT, false)).isFalse();
    assertThat(memory.hasLostLinks(CONTACT, true)).isFalse();
    memory.save();

    assertThat(memory().hasLostLinks(CONTACT, false)).isTrue();
    assertThat(memory().hasLostLinks(TRAVEL, false)).isFalse();
  }
}
