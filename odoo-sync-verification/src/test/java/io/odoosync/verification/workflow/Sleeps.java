package io.odoosync.verification.workflow;

import io.odoosync.Environment;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Time that passes only when somebody sleeps, as often as is wanted; then the sleeper is
 * interrupted.
 */
final class Sleeps implements Environment {

  private final List<Duration> slept = new ArrayList<>();
  private final int interrupted;
  private long nanoTime;

  /**
   * Makes it for one thread that sleeps.
   *
   * @param interrupted which sleep is interrupted, 1 for the first
   */
  Sleeps(int interrupted) {
    this.interrupted = interrupted;
  }

  synchronized List<Duration> slept() {
    return List.copyOf(slept);
  }

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    if (slept.size() + 1 == interrupted) {
      throw new InterruptedException("enough");
    }
    slept.add(duration);
    nanoTime += duration.toNanos();
  }

  @Override
  public synchronized long nanoTime() {
    return nanoTime;
  }

  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }

  @Override
  public double random() {
    return 0;
  }

  @Override
  public String newId() {
    return UUID.randomUUID().toString();
  }
}
