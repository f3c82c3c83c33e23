package io.odoosync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.store.InProcessRunLock;
import io.odoosync.store.RunLock;
import io.odoosync.testkit.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InProcessRunLockTest extends RunLockContract {

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-29T00:59:59Z"));

  @Override
  protected RunLock freeLock(Duration leaseTime) {
    return new InProcessRunLock(leaseTime, clock);
  }

  @Override
  protected void pass(Duration time) {
    clock.pass(time);
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
}
