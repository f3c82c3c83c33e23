package io.odoosync;

import java.time.Clock;
import java.time.Duration;

/**
 * What a run takes from the world around it besides records and Odoo's answers: time, chance, names
 * for runs, and waiting. Nothing else in this library reads them, so that with an environment of
 * one's own a run can be repeated exactly. Set on the connection. Safe for use by several threads.
 */
public interface Environment {

  /**
   * The wall clock, for times in links, logs and reports.
   *
   * @return always the same clock
   */
  Clock clock();

  /**
   * A clock that only goes forward, for durations.
   *
   * @return nanoseconds since any fixed time
   */
  long nanoTime();

  /**
   * A number by chance, which spreads the repetitions of calls.
   *
   * @return 0 or more, less than 1
   */
  double random();

  /**
   * A new name of a run.
   *
   * @return 1 to 100 characters, different from all others
   */
  String newId();

  /**
   * Waits.
   *
   * @param duration how long
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  void sleep(Duration duration) throws InterruptedException;

  /**
   * The machine's own: UTC, a random number generator, random UUIDs.
   *
   * @return always the same environment
   */
  static Environment system() {
    return SystemEnvironment.INSTANCE;
  }
}
