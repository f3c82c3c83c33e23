package io.odoosync.internal.run;

import io.odoosync.Environment;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lets the thread of a loop sleep for a time, or until somebody rings. The thread is the loop's
 * own, and is interrupted in its sleep alone: an interrupt at any other time is somebody else's.
 */
final class Alarm {

  private final Environment environment;
  private @Nullable Thread sleeper;
  private boolean rung;

  Alarm(Environment environment) {
    this.environment = environment;
  }

  /**
   * Sleeps; not at all if somebody has rung since it last slept.
   *
   * @return whether somebody rang
   * @throws InterruptedException if the thread was interrupted and nobody rang
   */
  boolean sleep(Duration atMost) throws InterruptedException {
    if (lieDown()) {
      try {
        environment.sleep(atMost);
      } catch (InterruptedException e) {
        if (!isRung()) {
          throw e;
        }
      } finally {
        getUp();
      }
    }
    return answered();
  }

  private synchronized boolean lieDown() {
    sleeper = rung ? null : Thread.currentThread();
    return sleeper != null;
  }

  /** What rang as it woke by itself must not interrupt what it does next. */
  private synchronized void getUp() {
    sleeper = null;
    if (rung) {
      Thread.interrupted();
    }
  }

  private synchronized boolean isRung() {
    return rung;
  }

  private synchronized boolean answered() {
    boolean was = rung;
    rung = false;
    return was;
  }

  /** Wakes the thread, or keeps it from its next sleep. */
  synchronized void ring() {
    rung = true;
    if (sleeper != null) {
      sleeper.interrupt();
    }
  }
}
