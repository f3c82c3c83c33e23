package io.odoosync.testkit.contract;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.store.Outbox;
import io.odoosync.store.Outbox.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Several threads note changes of the same few records and take them. Each record counts its
 * changes; who takes it reads the count. No two have the same record, and in the end each record's
 * last count has been read by somebody.
 */
final class OutboxFuzz {

  private static final int THREADS = 4;
  private static final int KEYS = 12;
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(10);

  private final Outbox outbox;
  private final Map<LocalKey, Integer> changes = new ConcurrentHashMap<>();
  private final Map<LocalKey, Integer> dealtWith = new ConcurrentHashMap<>();
  private final Map<LocalKey, Integer> holders = new ConcurrentHashMap<>();

  OutboxFuzz(Outbox outbox) {
    this.outbox = outbox;
  }

  void run(long seed) throws InterruptedException {
    Race.run(THREADS, number -> new Worker(number, new Random(seed + number)).run());
    Worker last = new Worker(THREADS, new Random(seed));
    Instant later = NOW.plusSeconds(1);
    for (List<Entry> rest = last.take(5, later); !rest.isEmpty(); rest = last.take(5, later)) {
      last.done(rest);
    }
    assertThat(dealtWith).as("the last change of each that was seen").isEqualTo(changes);
    assertThat(outbox.size()).isZero();
  }

  /** One thread's work. */
  private final class Worker {

    private final int number;
    private final Random random;

    Worker(int number, Random random) {
      this.number = number;
      this.random = random;
    }

    boolean run() {
      Pace pace = new Pace(60, 2_000);
      for (int step = 0; pace.goesOnAfter(step); step++) {
        step();
      }
      return true;
    }

    private void step() {
      if (random.nextInt(3) > 0) {
        change();
      } else {
        List<Entry> taken = take(1 + random.nextInt(KEYS), NOW);
        int some = random.nextInt(taken.size() + 1);
        done(taken.subList(0, some));
        giveBack(taken.subList(some, taken.size()));
      }
    }

    private void change() {
      List<LocalKey> keys =
          IntStream.range(0, 1 + random.nextInt(4))
              .mapToObj(i -> LocalKey.of("key", random.nextInt(KEYS)))
              .toList();
      keys.forEach(key -> changes.merge(key, 1, Integer::sum));
      outbox.changed(CONTACT, keys);
    }

    List<Entry> take(int limit, Instant now) {
      List<Entry> taken = outbox.take(limit, now, LEASE);
      taken.forEach(
          entry ->
              assertThat(holders.putIfAbsent(entry.key(), number))
                  .as("who else has %s", entry.key())
                  .isNull());
      return taken;
    }

    void done(List<Entry> entries) {
      entries.forEach(this::dealWith);
      entries.forEach(entry -> holders.remove(entry.key()));
      outbox.done(entries);
    }

    private void dealWith(Entry entry) {
      int count = changes.getOrDefault(entry.key(), 0);
      dealtWith.merge(entry.key(), count, Math::max);
    }

    private void giveBack(List<Entry> entries) {
      entries.forEach(entry -> holders.remove(entry.key()));
      outbox.giveBack(entries, NOW.plusMillis(random.nextInt(2)));
    }
  }
}
