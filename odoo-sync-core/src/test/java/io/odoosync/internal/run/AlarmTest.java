package io.odoosync.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.odoosync.Environment;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlarmTest {

  private static final Duration LONG = Duration.ofDays(1);

  private final CountDownLatch asleep = new CountDownLatch(1);
  private final Alarm alarm = new Alarm(new Sleepers());

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @Test
  void sleep_rungBefore_returnsAtOnceAndOnlyOnce() throws InterruptedException {
    alarm.ring();
    alarm.ring();

    assertThat(alarm.sleep(LONG)).isTrue();
    assertThat(alarm.sleep(Duration.ZERO)).isFalse();
  }

  @Test
  void sleep_rungMeanwhile_returnsWithoutAnInterrupt() throws InterruptedException {
    Thread ringer = new Thread(this::ringOnceAsleep);
    ringer.start();

    assertThat(alarm.sleep(LONG)).isTrue();

    ringer.join();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void ring_nobodySleeps_interruptsNobody() {
    alarm.ring();

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void ring_afterItWokeByItself_interruptsNobody() throws InterruptedException {
    alarm.sleep(Duration.ZERO);

    alarm.ring();

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void sleep_interruptedBySomebodyElse_throws() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> alarm.sleep(LONG));
  }

  private void ringOnceAsleep() {
    try {
      asleep.await();
      alarm.ring();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Sleepers implements Environment {
    private final CountDownLatch never = new CountDownLatch(1);

    @Override
    public Clock clock() {
      return Clock.systemUTC();
    }

    @Override
    public long nanoTime() {
      return 0;
    }

    @Override
    public double random() {
      return 0;
    }

    @Override
    public String newId() {
      return "run";
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
      asleep.countDown();
      if (!duration.isZero()) {
        never.await();
      }
    }
  }
}
