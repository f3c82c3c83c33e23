package io.odoosync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.store.InProcessRunLock;
import io.odoosync.store.RunLock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class InProcessRunLockTest extends RunLockContract {

  private final MovedClock clock = new MovedClock();

  @Override
  protected RunLock freeLock(Duration leaseTime) {
    return new InProcessRunLock(leaseTime, clock);
  }

  @Override
  protected void pass(Duration time) {
    clock.now = clock.now.plus(time);
  }

  @Test
  void leaseTime_byDefault_isTenMinutes() {
    assertThat(new InProcessRunLock().leaseTime()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void leaseTime_notPositive_isRefused() {
    for (Duration time : new Duration[] {Duration.ZERO, Duration.ofMillis(-1)}) {
      assertThatThrownBy(() -> new InProcessRunLock(time, clock))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("leaseTime must be positive");
    }
  }

  @Test
  void tryAcquire_atTheVeryEndOfALease_isGranted() {
    RunLock lock = freeLock(briefLeaseTime());
    RunLock.Lease lease = lock.tryAcquire("run").orElseThrow();
    pass(briefLeaseTime().minusNanos(1));
    assertThat(lock.tryAcquire("run")).isEmpty();
    pass(Duration.ofNanos(1));
    assertThat(lease.extend()).isFalse();
    assertThat(lock.tryAcquire("run")).isPresent();
  }

  private static final class MovedClock extends Clock {

    private volatile Instant now = Instant.parse("2026-03-29T00:59:59Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
