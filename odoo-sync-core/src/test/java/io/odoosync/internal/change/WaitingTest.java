package io.odoosync.internal.change;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.TRAVEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.state.TestSettings;
import io.odoosync.store.InMemoryOutbox;
import io.odoosync.store.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaitingTest {

  private static final Instant NOW = TestSettings.NOW;
  private static final LocalKey ONE = LocalKey.of("teacher", 1);
  private static final LocalKey TRIP = LocalKey.of("travel", 1);

  private final Outbox outbox = new InMemoryOutbox();
  private final Waiting waiting = new Waiting(TestSettings.waiting(outbox));

  private List<LocalKey> at(Instant time) {
    return outbox.take(10, time, Duration.ofMinutes(1)).stream().map(Outbox.Entry::key).toList();
  }

  @Test
  void take_whatWasAdded_isByKind() {
    assertThat(waiting.isEmpty()).isTrue();
    waiting.add(CONTACT, List.of(ONE));
    waiting.add(TRAVEL, List.of(TRIP));

    Waiting.Taken taken = waiting.take(10);

    assertThat(waiting.isEmpty()).isFalse();
    assertThat(waiting.size()).isEqualTo(2);
    assertThat(taken.size()).isEqualTo(2);
    assertThat(taken.keys(Set.of(CONTACT)))
        .containsOnlyKeys(CONTACT)
        .containsEntry(CONTACT, List.of(ONE));
    assertThat(taken.keys(EnumSet.allOf(EntityType.class))).containsOnlyKeys(CONTACT, TRAVEL);
  }

  @Test
  void take_limit_isKept() {
    waiting.add(CONTACT, List.of(ONE, LocalKey.of("teacher", 2)));

    assertThat(waiting.take(1).size()).isOne();
  }

  @Test
  void done_oneKind_leavesTheOther() {
    waiting.add(CONTACT, List.of(ONE));
    waiting.add(TRAVEL, List.of(TRIP));
    Waiting.Taken taken = waiting.take(10);

    taken.done(type -> type == CONTACT);
    taken.giveBack();

    assertThat(taken.size()).isZero();
    assertThat(at(NOW)).containsExactly(TRIP);
  }

  @Test
  void done_nothingOfThat_asksNothing() {
    Waiting.Taken nothing = new Waiting(TestSettings.waiting(new Closed())).take(10);

    nothing.done(type -> true);
    nothing.giveBack();

    assertThat(nothing.size()).isZero();
  }

  @Test
  void postpone_triedAgain_waitsTwiceAsLong() {
    waiting.add(CONTACT, List.of(ONE));

    outbox.giveBack(outbox.take(1, NOW, Duration.ofMinutes(1)), NOW);

    waiting.take(10).postpone();

    assertThat(at(NOW.plusMillis(1_999))).isEmpty();
    assertThat(at(NOW.plusSeconds(2))).containsExactly(ONE);
  }

  @Test
  void isShared_outboxOfThisProcess_isNot() {
    assertThat(waiting.isShared()).isFalse();
    assertThat(new Waiting(TestSettings.waiting(new Closed())).isShared()).isTrue();
  }

  /** Has nothing, and must be asked for nothing else. */
  private static final class Closed implements Outbox {
    @Override
    public void changed(EntityType type, Collection<LocalKey> keys) {
      throw new AssertionError("asked");
    }

    @Override
    public List<Entry> take(int limit, Instant now, Duration lease) {
      return List.of();
    }

    @Override
    public void done(Collection<Entry> entries) {
      throw new AssertionError("asked");
    }

    @Override
    public void giveBack(Collection<Entry> entries, Instant notBefore) {
      throw new AssertionError("asked");
    }

    @Override
    public long size() {
      throw new AssertionError("asked");
    }
  }
}
