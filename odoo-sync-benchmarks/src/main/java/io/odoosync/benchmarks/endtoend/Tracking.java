package io.odoosync.benchmarks.endtoend;

import io.odoosync.odoo.MethodCall;

/**
 * Whether what is created and updated leaves lines in the records' history; the same for all
 * contenders. Steps, such as posting, leave theirs either way, as the library's do.
 */
enum Tracking {
  ON,
  OFF;

  static final String CONTEXT = "tracking_disable";

  static Tracking of(boolean on) {
    return on ? ON : OFF;
  }

  boolean isOn() {
    return this == ON;
  }

  MethodCall of(MethodCall call) {
    return isOn() ? call : call.context(CONTEXT, true);
  }
}
