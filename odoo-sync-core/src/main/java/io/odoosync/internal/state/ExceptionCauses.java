package io.odoosync.internal.state;

import io.odoosync.FailureCause;
import io.odoosync.odoo.OdooAuthenticationException;
import io.odoosync.odoo.OdooCertificateException;
import io.odoosync.odoo.OdooConfigurationException;
import io.odoosync.odoo.OdooConnectionException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooInterruptedException;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import io.odoosync.odoo.OdooPermissionException;
import io.odoosync.odoo.OdooRequestException;

/** The client's exceptions, which are named for what its caller should do, as causes. */
final class ExceptionCauses {

  private ExceptionCauses() {}

  static FailureCause of(OdooException exception) {
    if (exception instanceof OdooAuthenticationException) {
      return FailureCause.REFUSED_KEY;
    } else if (exception instanceof OdooCertificateException) {
      return FailureCause.UNTRUSTED_CERTIFICATE;
    } else if (exception instanceof OdooConfigurationException) {
      return FailureCause.WRONG_CONNECTION;
    } else if (exception instanceof OdooConnectionException) {
      return FailureCause.UNREACHABLE_SERVER;
    } else if (exception instanceof OdooInterruptedException) {
      return FailureCause.CANCELLED;
    } else if (exception instanceof OdooPermissionException) {
      return FailureCause.MISSING_RIGHT;
    } else if (exception instanceof OdooRequestException request) {
      return of(request.fault());
    }
    return exception instanceof OdooOutcomeUnknownException unknown
        ? of(unknown)
        : FailureCause.TRANSIENT;
  }

  private static FailureCause of(OdooOutcomeUnknownException exception) {
    if (!exception.isSafeToRepeat()) {
      return FailureCause.UNKNOWN_OUTCOME;
    }
    return exception.reason() == OdooOutcomeUnknownException.Reason.TOO_LARGE
        ? FailureCause.TOO_LARGE
        : FailureCause.TRANSIENT;
  }

  private static FailureCause of(OdooRequestException.Fault fault) {
    return switch (fault) {
      case REFUSED -> FailureCause.REFUSED_BY_ODOO;
      case ABSENT -> FailureCause.MISSING_IN_ODOO;
      case BROKEN -> FailureCause.ODOO_FAULT;
      case UNREADABLE -> FailureCause.HOST_FAULT;
      case TOO_LARGE -> FailureCause.TOO_LARGE;
    };
  }
}
