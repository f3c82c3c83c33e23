package io.odoosync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.store.RunLock;
import org.junit.jupiter.api.Test;

class NoRunLockTest {

  @Test
  void tryAcquire_held_isGrantedAllTheSame() {
    RunLock.Lease first = RunLock.none().tryAcquire("run").orElseThrow();
    RunLock.Lease second = RunLock.none().tryAcquire("run").orElseThrow();
    assertThat(first.extend()).isTrue();
    assertThat(second.extend()).isTrue();
  }

  @Test
  void extend_closed_isFalse() {
    RunLock.Lease lease = RunLock.none().tryAcquire("run").orElseThrow();
    lease.close();
    lease.close();
    assertThat(lease.extend()).isFalse();
  }

  @Test
  void tryAcquire_badName_isRefused() {
    assertThatThrownBy(() -> RunLock.none().tryAcquire("A run"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is 'A run'");
  }
}
