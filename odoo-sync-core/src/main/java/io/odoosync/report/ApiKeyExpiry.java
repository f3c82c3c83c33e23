package io.odoosync.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * When an API key of the integration user ends. Odoo tells no key's secret, so of several keys it
 * can't be known which one the connection has: this is the first of them to end, unless the sync
 * made the key itself.
 *
 * @param end when the key ends
 * @param daysLeft whole days from the run, or the check, to then; 0 on the last day
 * @param keys how many keys it may be that is in use, at least 1; 1 if it is known
 */
public record ApiKeyExpiry(Instant end, long daysLeft, int keys) {

  /** Checks the components. */
  public ApiKeyExpiry {
    Objects.requireNonNull(end, "end");
    if (keys < 1) {
      throw new IllegalArgumentException("keys must be at least 1, but is " + keys);
    }
  }

  /**
   * As seen at some time.
   *
   * @param end when the key ends
   * @param now from when to count
   * @param keys how many keys it may be
   * @return the expiry; no days are left of a key that has ended
   */
  public static ApiKeyExpiry at(Instant end, Instant now, int keys) {
    return new ApiKeyExpiry(end, Math.max(0, Duration.between(now, end).toDays()), keys);
  }

  /** A clause: when the key ends, and in how many days. */
  @Override
  public String toString() {
    return "an API key of the integration user expires at "
        + end
        + ", in "
        + daysLeft
        + (daysLeft == 1 ? " day" : " days");
  }
}
