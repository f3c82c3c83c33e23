package io.odoosync.testkit.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands on the day of the recordings, within a second, until somebody moves it. */
final class SessionClock extends Clock {
  private volatile Instant now = Instant.parse("2026-11-26T10:47:03.381793Z");

  void advance() {
    now = now.plus(Duration.ofSeconds(1));
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
