package io.odoosync.odoo;

import java.time.Duration;
import java.util.Objects;

/**
 * How often and how patiently a call is repeated. Only calls that Odoo certainly did not carry out,
 * or that only read, are ever repeated.
 *
 * @param maxAttempts how often a call is tried in all, 1 or more; 1 never repeats
 * @param firstDelay the wait before the second attempt; it doubles with each further one
 * @param maxDelay the longest wait, also when the server asks for a longer one, in which case the
 *     call fails at once
 */
public record RetryPolicy(int maxAttempts, Duration firstDelay, Duration maxDelay) {

  // First, since the constants below are checked against it.
  private static final Duration LONGEST_DELAY = Duration.ofDays(1);

  /** 4 attempts, waiting about 0.5, 1 and 2 seconds between them, never more than 30 seconds. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(4, Duration.ofMillis(500), Duration.ofSeconds(30));

  /** Never repeats a call. */
  public static final RetryPolicy NEVER = new RetryPolicy(1, Duration.ZERO, Duration.ZERO);

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one is negative, if {@code maxAttempts} is 0, or if {@code
   *     maxDelay} is more than a day
   */
  public RetryPolicy {
    Objects.requireNonNull(firstDelay, "firstDelay");
    Objects.requireNonNull(maxDelay, "maxDelay");
    if (maxAttempts < 1) {
      throw new IllegalArgumentException("maxAttempts must be at least 1, but is " + maxAttempts);
    }
    if (maxDelay.compareTo(LONGEST_DELAY) > 0) {
      throw new IllegalArgumentException("maxDelay must be at most a day, but is " + maxDelay);
    }
    if (firstDelay.isNegative() || maxDelay.compareTo(firstDelay) < 0) {
      throw new IllegalArgumentException(
          "delays must satisfy 0 <= firstDelay <= maxDelay, but are "
              + firstDelay
              + " and "
              + maxDelay);
    }
  }

  /**
   * The exponential delay after a failed attempt.
   *
   * @param attempt how many attempts there were, 1 or more
   * @param jitter a number from 0 (inclusive) to 1 (exclusive) that spreads the delay over its
   *     upper half, so that clients who failed together do not return together
   * @return the delay
   */
  public Duration delayAfter(int attempt, double jitter) {
    long half = delayAfter(attempt).toNanos() / 2;
    return Duration.ofNanos(half + (long) (half * jitter));
  }

  /**
   * The exponential delay after a failed attempt, before jitter.
   *
   * @param attempt how many attempts there were, 1 or more
   * @return the delay
   */
  public Duration delayAfter(int attempt) {
    int doublings = Math.min(attempt - 1, 30);
    long nanos = firstDelay.toNanos();
    long limit = maxDelay.toNanos();
    return Duration.ofNanos(nanos > (limit >> doublings) ? limit : nanos << doublings);
  }
}
