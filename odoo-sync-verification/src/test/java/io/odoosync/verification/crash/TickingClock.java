package io.odoosync.verification.crash;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server's clock that is a second later each time it is looked at. Odoo dates writes by whole
 * seconds; by a clock that goes on by itself two writes would be in the same one at one time, and
 * not at another.
 */
final class TickingClock extends Clock {

  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

  private final AtomicLong seconds = new AtomicLong();

  @Override
  public Instant instant() {
    return START.plusSeconds(seconds.getAndIncrement());
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
