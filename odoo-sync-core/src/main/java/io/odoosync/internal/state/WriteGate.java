package io.odoosync.internal.state;

/**
 * Stands before every call that writes to Odoo. It is closed once the run was cancelled or
 * interrupted, or has lost its lock: what is under way ends, nothing new begins.
 */
@FunctionalInterface
public interface WriteGate {

  /**
   * Passes if the run may write.
   *
   * @throws RunStoppedException if it must not any more
   */
  void check();
}
