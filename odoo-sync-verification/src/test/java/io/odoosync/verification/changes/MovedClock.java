package io.odoosync.verification.changes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves when it is told to. */
final class MovedClock extends Clock {

  private volatile Instant now;

  MovedClock(Instant now) {
    this.now = now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** Does something as if it were another time. */
  void at(Instant time, Runnable action) {
    Instant before = now;
    now = time;
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

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
