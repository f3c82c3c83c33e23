package io.odoosync.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * A clock in UTC that stands still until it is told that time has passed: for an engine ({@code
 * SyncEngineBuilder.clock}) and for an {@link InProcessOdoo}, whose clocks need not agree. Safe for
 * use by several threads.
 */
public final class SteppedClock extends Clock {

  private volatile Instant now;

  /**
   * Begins at a moment.
   *
   * @param start what it says at first
   */
  public SteppedClock(Instant start) {
    this.now = Objects.requireNonNull(start, "start");
  }

  /**
   * Lets time pass.
   *
   * @param time how much; negative to set the clock back
   */
  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  /**
   * Does something as if it were another time.
   *
   * @param time what the clock says meanwhile, to all threads
   * @param action what is done
   */
  public void at(Instant time, Runnable action) {
    Instant before = now;
    now = Objects.requireNonNull(time, "time");
    try {
      action.run();
    } finally {
      now = before;
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** The same clock: it has no other zone. */
  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
