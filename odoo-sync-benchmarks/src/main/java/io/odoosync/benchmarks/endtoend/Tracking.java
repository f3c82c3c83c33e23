package io.odoosync.benchmarks.endtoend;

import io.odoosync.odoo.MethodCall;

/**
 * Whether a call leaves lines in the records' history. All contenders do alike: what the library
 * does decides.
 */
enum Tracking {
  /** It does, as Odoo does by itself. */
  ON,
  /** It doesn't. */
  OFF;

  /** What this version of the library does when it updates; it never does when it creates. */
  static final Tracking UPDATES = ON;

  MethodCall of(MethodCall call) {
    return this == OFF ? call.context("tracking_disable", true) : call;
  }
}
