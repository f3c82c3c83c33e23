package io.odoosync.odoo;

/**
 * Fits calls to what a server has, for example by leaving out fields that it does not know. Called
 * in the thread of the call.
 */
public interface CallMender {

  /**
   * Looks at a call before it is sent for the first time.
   *
   * @param call the call
   * @return what is sent; the same call unless something is known against it
   */
  default MethodCall before(MethodCall call) {
    return call;
  }

  /**
   * Looks at a call that Odoo refused, before that is told to the caller. Whatever it throws takes
   * the refusal's place: for a mender that knows the reason better.
   *
   * @param call the call as it was sent
   * @param why Odoo's refusal
   */
  default void refused(MethodCall call, OdooRequestException why) {}
}
