package io.odoosync.odoo;

import java.util.Optional;

/**
 * Knows what a server answered before, so that a call need not be sent whose answer seldom changes.
 * Called in the thread of the call.
 */
public interface CallMemory {

  /**
   * Looks for the answer of a call that is about to be sent.
   *
   * @param call the call, with its whole context
   * @return what the server answered before; nothing if the call is to be sent
   */
  Optional<OdooValue> find(MethodCall call);

  /**
   * Takes what the server answered to a call that was sent. Not told of a call that failed.
   *
   * @param call the call, with its whole context
   * @param answer what the method returned
   */
  void keep(MethodCall call, OdooValue answer);
}
