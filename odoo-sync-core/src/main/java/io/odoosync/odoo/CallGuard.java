package io.odoosync.odoo;

/** Stands before calls and may keep them from being sent. Safe for use by several threads. */
@FunctionalInterface
public interface CallGuard {

  /**
   * Passes if an attempt may be sent. Called in the thread of the call, as late as possible: after
   * the log-in, right before the request.
   *
   * @param call the call
   * @throws RuntimeException if it must not, but no {@link OdooException}: the caller gets it, no
   *     observer hears of the attempt, and no further one is made
   */
  void beforeAttempt(MethodCall call);
}
