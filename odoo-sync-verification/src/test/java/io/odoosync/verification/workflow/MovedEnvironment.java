package io.odoosync.verification.workflow;

import io.odoosync.Environment;
import io.odoosync.testkit.SteppedClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Time that passes only when a test says so, and a wall clock that can be set. */
final class MovedEnvironment implements Environment {

  private final SteppedClock wall = new SteppedClock(Instant.parse("2026-03-29T00:59:59Z"));
  private volatile long nanoTime;

  /** Time goes by. */
  synchronized void pass(Duration time) {
    nanoTime += time.toNanos();
    set(time);
  }

  /** Somebody sets the wall clock. */
  synchronized void set(Duration forward) {
    wall.pass(forward);
  }

  @Override
  public Clock clock() {
    return wall;
  }

  @Override
  public long nanoTime() {
    return nanoTime;
  }

  @Override
  public double random() {
    return 0;
  }

  @Override
  public String newId() {
    return UUID.randomUUID().toString();
  }

  @Override
  public void sleep(Duration duration) {
    pass(duration);
  }
}
