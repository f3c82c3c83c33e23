package io.odoosync.internal.exchange;

/**
 * How many calls are made at once: as many as the server bears.
 *
 * @param limit calls at once from now on, at least 1
 * @param maximum the most that were asked for
 * @param well calls that went well since the limit last changed
 */
record AtOncePace(int limit, int maximum, int well) {

  /** After so many calls that went well, one more is made at once. */
  static final int CALLS_TO_TRUST = 20;

  /** Starts with the most calls. */
  static AtOncePace upTo(int maximum) {
    return new AtOncePace(maximum, maximum, 0);
  }

  /** After a call that went well. */
  AtOncePace faster() {
    return well + 1 < CALLS_TO_TRUST
        ? new AtOncePace(limit, maximum, well + 1)
        : new AtOncePace(Math.min(maximum, limit + 1), maximum, 0);
  }

  /** After a call that was refused for load, that lost against another one, or that broke off. */
  AtOncePace slower() {
    return new AtOncePace(Math.max(1, limit / 2), maximum, 0);
  }
}
