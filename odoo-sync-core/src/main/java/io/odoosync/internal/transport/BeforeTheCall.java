package io.odoosync.internal.transport;

import io.odoosync.odoo.CallOutcome;
import io.odoosync.odoo.OdooConnectionException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooInterruptedException;
import io.odoosync.odoo.OdooOutcomeUnknownException;

/** What a failure means that was met while getting ready for a call, which was then not sent. */
final class BeforeTheCall {

  private BeforeTheCall() {}

  /** The failure, but certain about the call: Odoo did not do it. */
  static OdooException of(OdooException failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof OdooOutcomeUnknownException) {
      return new OdooConnectionException(message, failure.errorName(), failure);
    } else if (failure instanceof OdooInterruptedException) {
      return new OdooInterruptedException(message, CallOutcome.NOT_DONE, failure);
    }
    return failure;
  }
}
