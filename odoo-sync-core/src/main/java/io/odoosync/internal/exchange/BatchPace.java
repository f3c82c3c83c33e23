package io.odoosync.internal.exchange;

import java.time.Duration;

/**
 * How many records go into one call: as many as the server takes in good time. A server cuts a call
 * off after 60 seconds of computing (Odoo's default), so a batch is halved well before.
 *
 * @param size records in the next call, at least 1
 * @param maximum the most that were asked for
 */
record BatchPace(int size, int maximum) {

  /** A call that took longer is too large. */
  static final Duration SLOW = Duration.ofSeconds(10);

  /** A call that took less may be larger. */
  static final Duration FAST = Duration.ofSeconds(4);

  /** For changes of records, of which each takes Odoo some milliseconds. */
  static final BatchPace OF_CHANGES = new BatchPace(200, 1_000);

  /** Starts with the largest batch. */
  static BatchPace upTo(int maximum) {
    return new BatchPace(maximum, maximum);
  }

  /** After a call that succeeded. */
  BatchPace after(Duration call) {
    if (call.compareTo(SLOW) > 0) {
      return slower();
    }
    return call.compareTo(FAST) < 0 ? new BatchPace(Math.min(maximum, size * 2), maximum) : this;
  }

  /** After a batch of this size that is too large for a proxy: none is sent that is as large. */
  BatchPace capped() {
    int half = Math.max(1, size / 2);
    return new BatchPace(half, half);
  }

  /** After a call that was refused for load, or that may have been cut off. */
  BatchPace slower() {
    return new BatchPace(Math.max(1, size / 2), maximum);
  }
}
