package io.odoosync.testkit.contract;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.store.IdStore;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Several threads read and change the same few links. Every link tells who wrote it, and its base
 * repeats its id, so a link that is the work of two writers is found out. In the end, each key must
 * be as one of the threads left it: whichever changed it last.
 */
final class IdStoreFuzz {

  private static final int THREADS = 4;
  private static final int STEPS = 150;
  private static final int KEYS = 12;
  private static final int ROUNDS = 30;
  private static final int BATCH = 40;
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private final IdStore store;

  IdStoreFuzz(IdStore store) {
    this.store = store;
  }

  /** Random reading, saving and removing. */
  void mixedCalls(long seed) throws InterruptedException {
    List<Map<LocalKey, Optional<Link>>> left =
        Race.run(THREADS, number -> new Writer(number, new Random(seed + number)).run());
    Map<LocalKey, Link> present = store.find(CONTACT, keys(KEYS));
    for (LocalKey key : keys(KEYS)) {
      Set<Optional<Link>> possible =
          left.stream()
              .filter(byThread -> byThread.containsKey(key))
              .map(byThread -> byThread.getOrDefault(key, Optional.empty()))
              .collect(Collectors.toSet());
      assertThat(possible.isEmpty() ? Set.of(Optional.empty()) : possible)
          .as("what may be left of %s with seed %d", key, seed)
          .contains(Optional.ofNullable(present.get(key)));
    }
    assertPageAgrees(present);
    assertOdooIdsAgree(present);
  }

  private void assertOdooIdsAgree(Map<LocalKey, Link> present) {
    List<Long> ids = present.values().stream().map(IdStoreFuzz::odooId).toList();
    assertThat(store.findByOdooId(CONTACT, ids))
        .containsExactlyInAnyOrderElementsOf(present.values());
  }

  private static Long odooId(Link link) {
    return Optional.ofNullable(link.odooId()).orElseThrow();
  }

  private void assertPageAgrees(Map<LocalKey, Link> present) {
    assertThat(store.page(CONTACT, null, KEYS + 1))
        .extracting(Link::key)
        .isSorted()
        .containsExactlyInAnyOrderElementsOf(present.keySet());
  }

  /** All threads insert the same new keys at once. */
  void insertsOfTheSameKeys() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      LocalKey key = LocalKey.of("round", round);
      Race.run(
          THREADS,
          number -> {
            store.save(List.of(link(key, number + 1)));
            return true;
          });
      assertIntact(store.find(CONTACT, List.of(key)).values());
    }
    assertThat(store.page(CONTACT, null, ROUNDS + 1)).hasSize(ROUNDS);
  }

  /** All threads replace the same batch, each in an order of its own: one batch must stay whole. */
  void batchesOfTheSameKeys() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      Race.run(
          THREADS,
          number -> {
            store.save(shuffledBatch(number));
            return true;
          });
      Collection<Link> links = store.find(CONTACT, keys(BATCH)).values();
      assertThat(links).hasSize(BATCH);
      assertThat(links)
          .extracting(Link::odooId)
          .as("the writer of each")
          .containsOnly(first(links));
    }
  }

  private static List<Link> shuffledBatch(int number) {
    List<Link> links =
        keys(BATCH).stream()
            .map(key -> link(key, number + 1))
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(links, new Random(number));
    return links;
  }

  private static Long first(Collection<Link> links) {
    return odooId(links.iterator().next());
  }

  private static List<LocalKey> keys(int count) {
    return IntStream.range(0, count).mapToObj(i -> LocalKey.of("key", i)).toList();
  }

  private static Link link(LocalKey key, long odooId) {
    return new Link(CONTACT, key, odooId, key + "=" + odooId, AT.plusMillis(odooId));
  }

  private static void assertIntact(Collection<Link> links) {
    assertThat(links)
        .allSatisfy(link -> assertThat(link).isEqualTo(link(link.key(), odooId(link))));
  }

  /** One thread's work. */
  private final class Writer {

    private final int number;
    private final Random random;
    private final Map<LocalKey, Optional<Link>> left = new HashMap<>();

    Writer(int number, Random random) {
      this.number = number;
      this.random = random;
    }

    /** Works and answers how this thread left each key that it changed. */
    Map<LocalKey, Optional<Link>> run() {
      for (int step = 1; step <= STEPS; step++) {
        step(step);
      }
      return left;
    }

    private void step(int step) {
      switch (random.nextInt(5)) {
        case 0 -> assertIntact(store.find(CONTACT, someKeys()).values());
        case 1 -> assertIntact(store.page(CONTACT, null, 1 + random.nextInt(KEYS)));
        case 2 -> remove(someKeys());
        case 3 -> assertIntact(store.findByOdooId(CONTACT, someIds()));
        default -> save(someKeys(), number * 1_000_000L + step);
      }
    }

    private void save(List<LocalKey> keys, long odooId) {
      List<Link> links = keys.stream().map(key -> link(key, odooId)).toList();
      store.save(links);
      links.forEach(link -> left.put(link.key(), Optional.of(link)));
    }

    private void remove(List<LocalKey> keys) {
      store.remove(CONTACT, keys);
      keys.forEach(key -> left.put(key, Optional.empty()));
    }

    /** Ids that the threads have given a few steps ago, more or less. */
    private List<Long> someIds() {
      return random
          .ints(6, 0, 4 * STEPS)
          .mapToObj(i -> i / STEPS * 1_000_000L + i % STEPS)
          .toList();
    }

    private List<LocalKey> someKeys() {
      return random
          .ints(1 + random.nextInt(6), 0, KEYS)
          .mapToObj(i -> LocalKey.of("key", i))
          .toList();
    }
  }
}
