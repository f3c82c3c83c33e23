package io.odoosync.benchmarks.endtoend;

import java.time.Duration;

/**
 * How long it took once.
 *
 * @param repetition from 1
 * @param records how many records it was about
 * @param calls how many calls it took; 0 if the contender can't tell
 */
record Sample(
    Scenario scenario, String contender, int repetition, int records, Duration time, long calls) {

  private static final double NANOSECONDS = 1e9;

  /** Records a second. */
  double rate() {
    return records * NANOSECONDS / Math.max(1, time.toNanos());
  }
}
