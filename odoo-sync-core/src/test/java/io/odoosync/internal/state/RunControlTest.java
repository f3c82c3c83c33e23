package io.odoosync.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.store.RunLock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunControlTest {

  private static final Duration LEASE = Duration.ofMinutes(8);

  private final FakeLease lease = new FakeLease();

  /** Close to the end of what the clock can count, as {@link System#nanoTime()} may be. */
  private long now = Long.MAX_VALUE - TimeUnit.MINUTES.toNanos(1);

  private final RunControl control = new RunControl(lease, LEASE, now, () -> now);

  private void pass(long minutes) {
    now += TimeUnit.MINUTES.toNanos(minutes);
  }

  @Test
  void progressed_beforeAQuarterOfTheLease_asksNobody() {
    pass(1);
    control.progressed();
    control.check();
    assertThat(lease.extensions).isZero();
  }

  @Test
  void progressed_afterAQuarterOfTheLease_extendsOnce() {
    pass(2);
    control.progressed();
    control.progressed();
    assertThat(lease.extensions).isEqualTo(1);
    pass(2);
    control.progressed();
    assertThat(lease.extensions).isEqualTo(2);
  }

  /** The time that asking takes is the lease's. */
  @Test
  void progressed_slowLock_countsFromWhenItWasAsked() {
    lease.takes = 2;
    pass(2);
    control.progressed();
    control.progressed();
    assertThat(lease.extensions).isEqualTo(2);
  }

  @Test
  void progressed_lockLost_throwsNothingUntilTheNextCheck() {
    lease.lost = true;
    pass(2);
    assertThatCode(control::progressed).doesNotThrowAnyException();
    assertThatThrownBy(control::checkCancelled).hasMessageContaining("lost its lock");
    assertThatThrownBy(control::check).hasMessageContaining("lost its lock");
  }

  @Test
  void check_lockWasLost_staysLost() {
    lease.lost = true;
    pass(2);
    control.progressed();
    lease.lost = false;
    pass(2);
    assertThatThrownBy(control::check).hasMessageContaining("lost its lock");
    assertThat(lease.extensions).isEqualTo(1);
  }

  @Test
  void check_storeOfTheLockThrows_saysSo() {
    lease.failure = new IllegalStateException("no connection");
    pass(2);
    assertThatThrownBy(control::check)
        .isInstanceOf(RunStoppedException.class)
        .hasMessageContaining("could not be extended: no connection")
        .hasCause(lease.failure);
  }

  /** As where a source that is read has the only connection. */
  @Test
  void progressed_lockOutOfReach_isTriedAgainLaterAndStopsNothing() {
    lease.failure = new IllegalStateException("no connection");
    pass(2);
    control.progressed();
    control.progressed();
    assertThat(lease.extensions).isEqualTo(1);
    assertThatCode(control::checkCancelled).doesNotThrowAnyException();
    lease.failure = new IllegalStateException();
    control.check();
    assertThat(lease.extensions).isEqualTo(2);
  }

  @Test
  void progressed_inAnInterruptedThread_extendsAndKeepsTheFlag() {
    pass(2);
    Thread.currentThread().interrupt();
    control.progressed();
    assertThat(lease.wasInterrupted).isFalse();
    assertThat(lease.extensions).isEqualTo(1);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void check_cancelledOrInterrupted_stops() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(control::check).hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
    control.cancel();
    assertThatThrownBy(control::checkCancelled).hasMessageContaining("cancelled");
  }

  private final class FakeLease implements RunLock.Lease {
    private int extensions;
    private boolean lost;
    private long takes;
    private boolean wasInterrupted;
    private RuntimeException failure = new IllegalStateException();

    @Override
    public boolean extend() {
      extensions++;
      wasInterrupted = Thread.currentThread().isInterrupted();
      pass(takes);
      if (failure.getMessage() != null) {
        throw failure;
      }
      return !lost;
    }

    @Override
    public void close() {}
  }
}
