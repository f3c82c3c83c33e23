package io.odoosync.testkit.contract;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.EntityType.TRAVEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.Outbox;
import io.odoosync.store.Outbox.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Outbox} must do. Extend it beside the outbox:
 *
 * <pre>{@code
 * class MyOutboxTest extends OutboxContract {
 *   @Override
 *   protected Outbox emptyOutbox() {
 *     return new MyOutbox(...);
 *   }
 * }
 * }</pre>
 */
public abstract class OutboxContract {

  private static final Instant NOW = Instant.parse("2026-03-29T01:30:00.123Z");
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Instant LEASE_OVER = NOW.plus(LEASE);
  private static final int THOUSANDS = 2_000;

  private @Nullable Outbox opened;

  /** For subclasses. */
  protected OutboxContract() {}

  /**
   * Makes the outbox under test.
   *
   * @return an outbox without entries, independent of those of other tests
   * @throws Exception if that fails; the test then fails too
   */
  protected abstract Outbox emptyOutbox() throws Exception;

  /**
   * Opens the same data again, as the host would after a restart, or on another node.
   *
   * @return a new outbox over what the last {@link #emptyOutbox} holds; empty, which is the
   *     default, if the outbox is not durable
   * @throws Exception if that fails; the test then fails too
   */
  protected Optional<Outbox> reopenedOutbox() throws Exception {
    return Optional.empty();
  }

  @BeforeEach
  void open() throws Exception {
    opened = emptyOutbox();
  }

  // changed

  @Test
  void changed_records_areTakenInTheirOrder() {
    outbox().changed(CONTACT, List.of(teacher(3), teacher(1)));
    outbox().changed(TRAVEL, List.of(teacher(2)));
    assertThat(take(10))
        .extracting(Entry::type, Entry::key)
        .containsExactly(
            tuple(CONTACT, teacher(3)), tuple(CONTACT, teacher(1)), tuple(TRAVEL, teacher(2)));
  }

  @Test
  void changed_repeatedKeys_countOnce() {
    outbox().changed(CONTACT, List.of(teacher(1), teacher(2), teacher(1)));
    assertThat(outbox().size()).isEqualTo(2);
    assertTaken(take(10), teacher(1), teacher(2));
  }

  @Test
  void waitingSince_severalNoted_isTheTimeOfTheOldestThatIsLeft() {
    assertThat(outbox().waitingSince()).isEmpty();
    outbox().changed(CONTACT, List.of(teacher(1)));
    Optional<Instant> since = outbox().waitingSince();
    assumeThat(since)
        .as("when something began to wait, which this outbox may not tell")
        .isPresent();
    outbox().changed(CONTACT, List.of(teacher(2)));
    assertThat(outbox().waitingSince()).isEqualTo(since);
    List<Entry> taken = take(10);
    assertThat(outbox().waitingSince()).contains(taken.get(0).notedAt()).isEqualTo(since);
    outbox().done(taken.subList(0, 1));
    assertThat(outbox().waitingSince()).contains(taken.get(1).notedAt());
    outbox().done(taken);
    assertThat(outbox().waitingSince()).isEmpty();
  }

  @Test
  void changed_noKeys_notesNothing() {
    outbox().changed(CONTACT, List.of());
    assertThat(outbox().size()).isZero();
    assertThat(take(10)).isEmpty();
  }

  @Test
  void changed_notedAlready_isTakenAsOne() {
    outbox().changed(CONTACT, List.of(teacher(1), teacher(2)));
    outbox().changed(CONTACT, List.of(teacher(1)));
    outbox().changed(CONTACT, List.of(teacher(1), teacher(3)));
    List<Entry> taken = take(10);
    assertTaken(taken, teacher(1), teacher(2), teacher(3));
    outbox().done(taken);
    assertThat(outbox().size()).isZero();
  }

  @Test
  void changed_sameKeyOfAnotherType_isAnotherRecord() {
    for (EntityType type : EntityType.values()) {
      outbox().changed(type, List.of(teacher(1)));
    }
    assertThat(take(10)).extracting(Entry::type).containsExactly(CONTACT, TRAVEL, INVOICE);
  }

  @Test
  void changed_whileTaken_isNotedAnew() {
    outbox().changed(CONTACT, List.of(teacher(1)));
    List<Entry> first = take(10);
    outbox().changed(CONTACT, List.of(teacher(1)));
    assertThat(take(10)).as("while the first is taken").isEmpty();
    outbox().done(first);
    assertThat(outbox().size()).isEqualTo(1);
    List<Entry> second = take(10);
    assertTaken(second, teacher(1));
    assertThat(second).extracting(Entry::id).doesNotContain(first.get(0).id());
    outbox().done(second);
    assertThat(outbox().size()).isZero();
  }

  @Test
  void changed_oftenWhileTaken_isTakenAsOneAfterwards() {
    outbox().changed(CONTACT, List.of(teacher(1)));
    List<Entry> first = take(10);
    for (int i = 0; i < 5; i++) {
      outbox().changed(CONTACT, List.of(teacher(1)));
    }
    outbox().done(first);
    outbox().done(take(10));
    assertThat(outbox().size()).isZero();
  }

  @Test
  void changed_givenBackUntilLater_canBeTakenAtOnce() {
    outbox().changed(CONTACT, List.of(teacher(1)));
    outbox().giveBack(take(10), NOW.plusSeconds(3_600));
    outbox().changed(CONTACT, List.of(teacher(1)));
    List<Entry> taken = take(10);
    assertTaken(taken, teacher(1));
    outbox().done(taken);
    assertThat(outbox().size()).as("both are dealt with").isZero();
  }

  @Test
  void changed_thousandsOfKeys_notesAll() {
    List<LocalKey> keys = teachers(THOUSANDS);
    outbox().changed(CONTACT, keys);
    assertThat(outbox().size()).isEqualTo(THOUSANDS);
    List<Entry> taken = take(THOUSANDS + 1);
    assertThat(taken).extracting(Entry::key).isEqualTo(keys);
    outbox().giveBack(taken, NOW);
    List<Entry> again = take(THOUSANDS + 1);
    assertThat(again).extracting(Entry::key).isEqualTo(keys);
    outbox().done(again);
    assertThat(outbox().size()).isZero();
  }

  @Test
  void changed_veryOftenTheSame_isTakenAsOne() {
    for (int i = 0; i < 120; i++) {
      outbox().changed(CONTACT, List.of(teacher(1), teacher(2)));
    }
    outbox().changed(CONTACT, List.of(teacher(3)));
    assertTaken(take(1), teacher(1));
    assertTaken(take(10), teacher(2), teacher(3));
  }

  @Test
  void changed_keysThatLookAlike_staysApart() {
    List<LocalKey> keys =
        Stream.concat(
                AwkwardTexts.IDS.stream().map(id -> LocalKey.of("x", id)),
                Stream.of("X", "x_", "x1", "y".repeat(LocalKey.MAX_KIND_LENGTH))
                    .map(kind -> LocalKey.of(kind, "\u6F22".repeat(LocalKey.MAX_ID_LENGTH))))
            .toList();
    outbox().changed(CONTACT, keys);
    outbox().changed(CONTACT, keys);
    List<Entry> taken = take(1_000);
    assertThat(taken).extracting(Entry::key).isEqualTo(keys);
    outbox().done(taken.subList(1, taken.size()));
    assertThat(outbox().size()).isEqualTo(1);
  }

  @Test
  void changed_failingHalfway_notesNothing() {
    List<LocalKey> breaking = new BreakingList<>(List.of(teacher(1), teacher(2)));
    assertThatThrownBy(() -> outbox().changed(CONTACT, breaking))
        .isInstanceOf(RuntimeException.class);
    assertThat(outbox().size()).isZero();
  }

  @Test
  void changed_thenRestart_isStillThere() throws Exception {
    outbox().changed(CONTACT, teachers(3));
    List<Entry> taken = take(2);
    Optional<Outbox> reopened = reopenedOutbox();
    assumeThat(reopened).as("the outbox is durable").isPresent();
    opened = reopened.orElseThrow();
    assertTaken(take(10), teacher(3));
    outbox().done(taken.subList(0, 1));
    assertThat(outbox().size()).isEqualTo(2);
  }

  // take

  @Test
  void take_nothingNoted_isEmpty() {
    assertThat(take(10)).isEmpty();
  }

  @Test
  void take_limit_takesTheOldest() {
    outbox().changed(CONTACT, teachers(5));
    assertTaken(take(2), teacher(1), teacher(2));
    assertTaken(take(1), teacher(3));
    assertTaken(take(10), teacher(4), teacher(5));
    assertThat(take(10)).isEmpty();
    assertThat(outbox().size()).isEqualTo(5);
  }

  @Test
  void take_givenBackAndDue_comesBeforeWhatWasNotedLater() {
    outbox().changed(CONTACT, teachers(2));
    outbox().giveBack(take(1), NOW);
    outbox().changed(CONTACT, List.of(teacher(3)));
    assertTaken(take(1), teacher(1));
    assertTaken(take(10), teacher(2), teacher(3));
  }

  @Test
  void take_wrongArguments_areRefused() {
    for (int limit : List.of(0, -1)) {
      assertThatThrownBy(() -> outbox().take(limit, NOW, LEASE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("limit must be at least 1");
    }
    for (Duration lease : List.of(Duration.ZERO, Duration.ofMillis(-1))) {
      assertThatThrownBy(() -> outbox().take(1, NOW, lease))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("lease must be more than 0");
    }
  }

  /** A node's clock is not the outbox's. */
  @Test
  void take_atAnyTime_takesWhatWasNeverTaken() {
    for (Instant now : AwkwardTimes.INSTANTS) {
      outbox().changed(CONTACT, List.of(teacher(1)));
      List<Entry> taken = outbox().take(10, now, LEASE);
      assertTaken(taken, teacher(1));
      assertThat(outbox().take(10, now.plus(LEASE).minusMillis(1), LEASE)).isEmpty();
      outbox().done(taken);
    }
  }

  @Test
  void take_leaseOver_isTakenAgainAndTellsSo() {
    outbox().changed(CONTACT, teachers(2));
    List<Entry> first = take(1);
    assertThat(first).extracting(Entry::attempts).containsExactly(0);
    assertThat(outbox().take(10, LEASE_OVER.minusMillis(1), LEASE))
        .extracting(Entry::key)
        .containsExactly(teacher(2));
    List<Entry> second = outbox().take(10, LEASE_OVER, LEASE);
    assertThat(second).extracting(Entry::key).containsExactly(teacher(1));
    assertThat(second).extracting(Entry::attempts).containsExactly(1);
    assertThat(second.get(0).notedAt()).isEqualTo(first.get(0).notedAt());
  }

  @Test
  void take_muchIsNotedOfWhatOthersHold_goesPastIt() {
    outbox().changed(CONTACT, teachers(1_100));
    take(1_100);
    outbox().changed(CONTACT, teachers(1_101));
    assertTaken(take(1), teacher(1_101));
    assertThat(take(1)).isEmpty();
  }

  // done

  @Test
  void done_entries_forgetsThoseOnly() {
    outbox().changed(CONTACT, teachers(3));
    List<Entry> taken = take(10);
    outbox().done(taken.subList(1, 2));
    outbox().done(taken.subList(1, 2));
    outbox().done(List.of());
    assertThat(outbox().size()).isEqualTo(2);
    assertThat(outbox().take(10, LEASE_OVER, LEASE))
        .extracting(Entry::key)
        .containsExactly(teacher(1), teacher(3));
  }

  @Test
  void done_leaseOverButNotTakenAgain_isForgotten() {
    outbox().changed(CONTACT, teachers(1));
    List<Entry> taken = outbox().take(10, NOW, Duration.ofMillis(1));
    outbox().done(taken);
    assertThat(outbox().size()).isZero();
  }

  @Test
  void done_takenByAnotherSince_leavesItToThem() {
    outbox().changed(CONTACT, teachers(1));
    List<Entry> first = take(10);
    List<Entry> second = outbox().take(10, LEASE_OVER, LEASE);
    outbox().done(first);
    assertThat(outbox().size()).isEqualTo(1);
    outbox().done(second);
    assertThat(outbox().size()).isZero();
  }

  @Test
  void done_givenBackAlready_leavesIt() {
    outbox().changed(CONTACT, teachers(1));
    List<Entry> taken = take(10);
    outbox().giveBack(taken, NOW);
    outbox().done(taken);
    assertThat(outbox().size()).isEqualTo(1);
  }

  // giveBack

  @Test
  void giveBack_entries_areTakenAgainFromThenOn() {
    outbox().changed(CONTACT, teachers(3));
    List<Entry> taken = take(10);
    outbox().giveBack(taken.subList(0, 2), NOW.plusMillis(500));
    outbox().giveBack(List.of(), NOW);
    assertThat(outbox().take(10, NOW.plusMillis(499), LEASE)).isEmpty();
    List<Entry> again = outbox().take(10, NOW.plusMillis(500), LEASE);
    assertThat(again).extracting(Entry::key).containsExactly(teacher(1), teacher(2));
    assertThat(again).extracting(Entry::attempts).containsOnly(1);
  }

  @Test
  void giveBack_again_countsAttempts() {
    outbox().changed(CONTACT, teachers(1));
    for (int attempts = 0; attempts < 5; attempts++) {
      List<Entry> taken = take(10);
      assertThat(taken).extracting(Entry::attempts).containsExactly(attempts);
      outbox().giveBack(taken, NOW);
    }
  }

  @Test
  void giveBack_atAnyTime_isDueThen() {
    outbox().changed(CONTACT, teachers(1));
    for (Instant notBefore : AwkwardTimes.INSTANTS) {
      outbox().giveBack(take(10), notBefore);
      assertThat(outbox().take(10, notBefore.minusMillis(1), LEASE)).as("%s", notBefore).isEmpty();
      outbox().giveBack(outbox().take(10, notBefore, LEASE), NOW);
    }
    assertThat(outbox().size()).isEqualTo(1);
  }

  @Test
  void giveBack_takenByAnotherSince_leavesItToThem() {
    outbox().changed(CONTACT, teachers(1));
    List<Entry> first = take(10);
    List<Entry> second = outbox().take(10, LEASE_OVER, LEASE);
    outbox().giveBack(first, NOW);
    assertThat(outbox().take(10, LEASE_OVER, LEASE)).isEmpty();
    outbox().giveBack(second, LEASE_OVER);
    outbox().giveBack(first, LEASE_OVER.plusSeconds(60));
    assertThat(outbox().take(10, LEASE_OVER, LEASE)).hasSize(1);
  }

  @Test
  void giveBack_doneAlready_bringsNothingBack() {
    outbox().changed(CONTACT, teachers(1));
    List<Entry> taken = take(10);
    outbox().done(taken);
    outbox().giveBack(taken, NOW);
    assertThat(outbox().size()).isZero();
  }

  // several threads

  @Test
  void take_bySeveralThreadsAtOnce_givesEachRecordToOne() throws Exception {
    outbox().changed(CONTACT, teachers(600));
    outbox().changed(CONTACT, teachers(300));
    List<List<Entry>> taken = Race.run(4, number -> drain(7 + 10 * number));
    List<Entry> all = taken.stream().flatMap(List::stream).toList();
    assertThat(all).extracting(Entry::key).containsExactlyInAnyOrderElementsOf(teachers(600));
  }

  private List<Entry> drain(int limit) {
    return Stream.generate(() -> take(limit))
        .takeWhile(entries -> !entries.isEmpty())
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void changed_bySeveralThreadsAtOnce_notesAll() throws Exception {
    List<List<LocalKey>> noted =
        Race.run(
            4,
            number -> {
              List<LocalKey> keys = keys("n" + number, 50);
              keys.forEach(key -> outbox().changed(CONTACT, List.of(key, teacher(1))));
              return keys;
            });
    Set<LocalKey> expected = new HashSet<>(List.of(teacher(1)));
    noted.forEach(expected::addAll);
    assertThat(drain(100)).extracting(Entry::key).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void allMethods_calledBySeveralThreads_loseNothingAndShareNothing() throws Exception {
    new OutboxFuzz(outbox()).run(20_261_127L);
  }

  private Outbox outbox() {
    return Objects.requireNonNull(opened, "emptyOutbox() returned null");
  }

  private List<Entry> take(int limit) {
    return outbox().take(limit, NOW, LEASE);
  }

  private static void assertTaken(List<Entry> entries, LocalKey... keys) {
    assertThat(entries).extracting(Entry::key).containsExactly(keys);
  }

  private static LocalKey teacher(int number) {
    return LocalKey.of("teacher", number);
  }

  private static List<LocalKey> teachers(int count) {
    return keys("teacher", count);
  }

  private static List<LocalKey> keys(String kind, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> LocalKey.of(kind, i)).toList();
  }
}
