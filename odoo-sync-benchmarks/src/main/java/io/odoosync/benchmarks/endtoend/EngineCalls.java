package io.odoosync.benchmarks.endtoend;

import io.odoosync.SyncEngineBuilder;

/** How many calls the library makes at once. */
final class EngineCalls {

  /** The most that this version of the library makes. */
  static final int MOST = 1;

  private EngineCalls() {}

  static String name(int callsAtOnce) {
    return "odoo-sync, " + callsAtOnce + (callsAtOnce == 1 ? " call" : " calls");
  }

  /**
   * Sets it.
   *
   * @throws IllegalArgumentException if this version can't do it
   */
  static SyncEngineBuilder atOnce(SyncEngineBuilder builder, int calls) {
    if (calls < 1 || calls > MOST) {
      throw new IllegalArgumentException(
          "calls at once: 1 to " + MOST + " in this version, but is " + calls);
    }
    return builder;
  }
}
