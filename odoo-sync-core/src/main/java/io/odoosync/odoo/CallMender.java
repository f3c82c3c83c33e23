package io.odoosync.odoo;

import java.util.Optional;

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
   * Looks at a call that Odoo refused. Asked once a call: if what is sent instead is refused too,
   * the caller gets that refusal.
   *
   * @param refused the call
   * @param why Odoo's refusal
   * @return what is sent instead; nothing if the refusal stands
   */
  Optional<MethodCall> instead(MethodCall refused, OdooRequestException why);
}
