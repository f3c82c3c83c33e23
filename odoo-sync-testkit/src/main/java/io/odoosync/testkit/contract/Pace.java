package io.odoosync.testkit.contract;

import java.time.Duration;

/**
 * How long to go on looking for a race: long enough that a store in memory meets many, and one
 * across a network some.
 */
final class Pace {

  private static final Duration AIM = Duration.ofMillis(300);

  private final int least;
  private final int most;
  private final long end = System.nanoTime() + AIM.toNanos();

  /** Starts the clock. */
  Pace(int least, int most) {
    this.least = least;
    this.most = most;
  }

  /** Whether another step should follow after so many. */
  boolean goesOnAfter(int steps) {
    return steps < least || (steps < most && System.nanoTime() < end);
  }
}
