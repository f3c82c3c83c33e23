package io.odoosync.internal.change;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.TRAVEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.internal.state.Settings;
import io.odoosync.internal.state.TestSettings;
import io.odoosync.store.InMemoryIdStore;
import io.odoosync.store.Link;
import io.odoosync.store.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HearsayTest {

  private static final Instant NOW = TestSettings.NOW;
  private static final Instant WRITTEN = Instant.parse("2026-11-25T09:59:58Z");
  private static final LocalKey ADA = LocalKey.of("teacher", 1);

  private final InMemoryIdStore links = new InMemoryIdStore();
  private final Settings settings = TestSettings.over(links);
  private boolean running;
  private int wakings;
  private final Hearsay hearsay = new Hearsay(settings, () -> running, () -> wakings++);

  private void link(LocalKey key, long id, Instant saved) {
    String base = "{\"sent\":{\"name\":\"Ada\"},\"write_date\":\"" + WRITTEN + "\"}";
    links.save(List.of(new Link(CONTACT, key, id, base, saved)));
  }

  private List<LocalKey> noted() {
    return settings.storage().outbox().take(100, NOW, Duration.ofMinutes(1)).stream()
        .map(Outbox.Entry::key)
        .toList();
  }

  private int hear(Long... ids) {
    return hearsay.hear(Set.of(CONTACT), List.of(ids), null);
  }

  @Test
  void hear_ourRecord_isNotedAndWakes() {
    link(ADA, 42, NOW);

    assertThat(hear(42L)).isEqualTo(1);

    assertThat(noted()).containsExactly(ADA);
    assertThat(wakings).isEqualTo(1);
  }

  @Test
  void hear_twoRecordsThatShareAPartner_notesBoth() {
    LocalKey guest = LocalKey.of("guest", 1);
    link(ADA, 42, NOW);
    link(guest, 42, NOW);

    assertThat(hear(42L, 42L)).isEqualTo(2);

    assertThat(noted()).containsExactlyInAnyOrder(ADA, guest);
  }

  @Test
  void hear_nobodysIds_wakesNobody() {
    link(ADA, 42, NOW);

    assertThat(hear(0L, -42L, 43L, Long.MAX_VALUE, Long.MIN_VALUE)).isZero();
    assertThat(hear()).isZero();
    assertThat(hearsay.hear(Set.of(TRAVEL), List.of(42L), null)).isZero();

    assertThat(noted()).isEmpty();
    assertThat(wakings).isZero();
  }

  @Test
  void hear_moreIdsThanAStoreIsAskedForAtOnce_findsAll() {
    LongStream.rangeClosed(1, 2_500).forEach(i -> link(LocalKey.of("teacher", i), i, NOW));

    assertThat(hear(LongStream.rangeClosed(1, 3_000).boxed().toArray(Long[]::new)))
        .isEqualTo(2_500);
  }

  @Test
  void hear_recordThatIsBeingCreated_isPassedOver() {
    links.save(List.of(Link.pending(CONTACT, ADA, null, NOW)));
    running = true;

    assertThat(hear(42L)).isZero();
  }

  @Test
  void runEnded_linkSavedSinceItWasHeard_wasTheRunsOwnWriting() {
    link(ADA, 42, NOW.minusSeconds(60));
    running = true;
    hear(42L);
    link(ADA, 42, NOW);

    end();

    assertThat(noted()).isEmpty();
    assertThat(wakings).isZero();
  }

  @Test
  void runEnded_linkNotSavedSinceItWasHeard_isNoted() {
    link(ADA, 42, NOW.minusMillis(1));
    running = true;
    hear(42L);
    assertThat(wakings).isZero();

    end();

    assertThat(noted()).containsExactly(ADA);
    assertThat(wakings).isEqualTo(1);
  }

  /** A payment's webhook has the time of the write before, which is the link's: measured on 19. */
  @Test
  void hear_oldWriteDateWhileNothingRuns_isNotedAllTheSame() {
    link(ADA, 42, NOW);

    hearsay.hear(Set.of(CONTACT), List.of(42L), WRITTEN.plusMillis(123));

    assertThat(noted()).containsExactly(ADA);
  }

  @Test
  void runEnded_linkSavedSinceButOfAnotherWrite_isNoted() {
    running = true;
    link(ADA, 42, NOW);
    hearsay.hear(Set.of(CONTACT), List.of(42L), WRITTEN.plusSeconds(1));

    end();

    assertThat(noted()).containsExactly(ADA);
  }

  @Test
  void runEnded_linkSavedSinceOfTheSameWrite_wasTheRunsOwnWriting() {
    running = true;
    link(ADA, 42, NOW);
    hearsay.hear(Set.of(CONTACT), List.of(42L), WRITTEN.plusMillis(999));

    end();

    assertThat(noted()).isEmpty();
  }

  @Test
  void runEnded_linkGone_isNoted() {
    link(ADA, 42, NOW);
    running = true;
    hear(42L);
    links.remove(CONTACT, List.of(ADA));

    end();

    assertThat(noted()).containsExactly(ADA);
  }

  @Test
  void runEnded_damagedBase_isNoted() {
    running = true;
    links.save(List.of(new Link(CONTACT, ADA, 42L, "damaged", NOW)));
    hearsay.hear(Set.of(CONTACT), List.of(42L), WRITTEN);

    end();

    assertThat(noted()).containsExactly(ADA);
  }

  @Test
  void runEnded_twice_notesOnce() {
    link(ADA, 42, NOW.minusSeconds(1));
    running = true;
    hear(42L);

    end();
    end();

    assertThat(wakings).isEqualTo(1);
  }

  /** A flood must not fill the memory. */
  @Test
  void hear_moreThanIsHeld_isNotedAtOnce() {
    LongStream.rangeClosed(1, 10_001).forEach(i -> link(LocalKey.of("teacher", i), i, NOW));
    running = true;

    hear(LongStream.rangeClosed(1, 10_001).boxed().toArray(Long[]::new));

    assertThat(wakings).isEqualTo(1);
  }

  /** The run ended between the question whether there is one and the holding. */
  @Test
  void hear_runEndsMeanwhile_isNoted() {
    link(ADA, 42, NOW.minusSeconds(1));
    int[] asked = {0};
    Hearsay late = new Hearsay(settings, () -> asked[0]++ == 0, () -> wakings++);

    late.hear(Set.of(CONTACT), List.of(42L), null);

    assertThat(noted()).containsExactly(ADA);
  }

  private void end() {
    running = false;
    hearsay.runEnded();
  }
}
