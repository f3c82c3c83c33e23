package io.odoosync.internal.exchange;

import io.odoosync.odoo.CallObserver.Attempt;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How long calls take, to see whether they take longer than such calls did before. Calls are alike
 * that have the same method and carry about as much.
 */
final class CallTimes {

  /** A call that takes so many times as long as the fastest like it is slow... */
  static final int TIMES = 3;

  /** ...if it takes so much longer; less says nothing. */
  static final Duration NOTEWORTHY = Duration.ofMillis(500);

  private final Map<Likeness, Duration> fastest = new HashMap<>();

  /**
   * What calls have in common.
   *
   * @param size the number of binary digits of their bytes
   */
  private record Likeness(String model, String method, int size) {

    static Likeness of(Attempt attempt) {
      long bytes = attempt.bytesSent() + attempt.bytesReceived();
      return new Likeness(
          attempt.model(), attempt.method(), Long.SIZE - Long.numberOfLeadingZeros(bytes));
    }
  }

  /** Whether an attempt that was answered was slow. It is remembered. */
  boolean isSlow(Attempt attempt) {
    Duration took = attempt.duration();
    Duration best = fastest.merge(Likeness.of(attempt), took, CallTimes::shorter);
    boolean isLonger =
        took.compareTo(best.multipliedBy(TIMES)) > 0 && took.compareTo(best.plus(NOTEWORTHY)) > 0;
    return isLonger || took.compareTo(BatchPace.SLOW) > 0;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
