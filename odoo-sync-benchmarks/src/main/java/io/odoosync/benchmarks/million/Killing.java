package io.odoosync.benchmarks.million;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A first load whose process is killed again and again. Each time when the load has come to a place
 * chosen at random, and up to {@link #DELAY} later; the next process goes on.
 */
final class Killing {

  private static final Duration DELAY = Duration.ofSeconds(3);
  private static final Duration LOOK = Duration.ofMillis(250);

  private final Surroundings surroundings;
  private final LinkTable links;
  private final Load load;
  private final SplittableRandom random;

  Killing(Surroundings surroundings, Load load, long seed) {
    this.surroundings = surroundings;
    this.links = surroundings.links();
    this.load = load;
    this.random = new SplittableRandom(seed);
  }

  /**
   * A process that was killed.
   *
   * @param linked how many contacts the host knew to be in Odoo then
   * @param pending of how many it did not know it, so that the next process asks for them
   */
  record Kill(long linked, long pending) {}

  /** The places at which to kill, in ascending order. */
  List<Long> places(int count) {
    return random.longs(count, 0, load.contacts()).sorted().boxed().toList();
  }

  /**
   * Kills one process.
   *
   * @throws IllegalStateException if it ends by itself before
   */
  Kill killAt(long place) {
    try (ChildProcess host = start()) {
      while (links.linked() < place) {
        goesOnFor(host, LOOK);
      }
      goesOnFor(host, DELAY.multipliedBy(random.nextInt(1_000)).dividedBy(1_000));
      host.kill();
    }
    links.dropLeases();
    return new Kill(links.linked(), links.pending());
  }

  private static void goesOnFor(ChildProcess host, Duration time) {
    if (host.endsWithin(time)) {
      throw new IllegalStateException(
          "a host ended before it was killed: more contacts or fewer kills are needed");
    }
  }

  /** Lets a last process come to its end. */
  StepReport finish() {
    try (ChildProcess host = start()) {
      return host.line()
          .map(StepReport::parse)
          .orElseThrow(() -> new IllegalStateException("the last host ended without a report"));
    }
  }

  private ChildProcess start() {
    return surroundings.host(load, List.of(Step.FIRST_LOAD));
  }
}
