package io.odoosync.internal.transport;

import io.odoosync.odoo.OdooBusyException;
import io.odoosync.odoo.OdooConnectionException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import io.odoosync.odoo.RetryPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What to do after a failed attempt: the one place where that is decided. */
sealed interface RetryDecision {

  /** Try once more after a wait. */
  record Retry(Duration delay) implements RetryDecision {}

  /** Hand the failure to the caller. */
  record GiveUp() implements RetryDecision {}

  /**
   * Decides from values alone.
   *
   * @param failure how the attempt failed
   * @param safe whether the call may be carried out twice without harm
   * @param attempt how many attempts there were, this one included
   * @param policy the limits
   * @param jitter a number from 0 (inclusive) to 1 (exclusive) that spreads the delay over its
   *     upper half, so that clients who failed together do not return together
   */
  static RetryDecision decide(
      OdooException failure, boolean safe, int attempt, RetryPolicy policy, double jitter) {
    if (attempt >= policy.maxAttempts() || !isTransient(failure, safe)) {
      return new GiveUp();
    }
    Duration asked = askedDelay(failure);
    if (asked != null && asked.compareTo(policy.maxDelay()) > 0) {
      return new GiveUp();
    }
    Duration backOff = policy.delayAfter(attempt, jitter);
    return new Retry(asked != null && asked.compareTo(backOff) > 0 ? asked : backOff);
  }

  private static boolean isTransient(OdooException failure, boolean safe) {
    if (failure instanceof OdooOutcomeUnknownException) {
      return safe;
    }
    return failure instanceof OdooBusyException || failure instanceof OdooConnectionException;
  }

  private static @Nullable Duration askedDelay(OdooException failure) {
    return failure instanceof OdooBusyException busy ? busy.retryAfter() : null;
  }
}
