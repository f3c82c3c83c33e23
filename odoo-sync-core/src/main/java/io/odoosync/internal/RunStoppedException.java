package io.odoosync.internal;

import io.odoosync.odoo.OdooAuthenticationException;
import io.odoosync.odoo.OdooBusyException;
import io.odoosync.odoo.OdooConfigurationException;
import io.odoosync.odoo.OdooConnectionException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooInterruptedException;
import io.odoosync.report.RunStatus;
import org.jspecify.annotations.Nullable;

/** Ends a run: nothing that is left could be done either. */
final class RunStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RunStatus status;

  RunStoppedException(String message, @Nullable Throwable cause) {
    this(RunStatus.STOPPED, message, cause);
  }

  RunStoppedException(RunStatus status, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  RunStatus status() {
    return status;
  }

  /** Whether a failure would meet every other record as well. */
  static boolean isFor(OdooException failure) {
    return failure instanceof OdooAuthenticationException
        || failure instanceof OdooBusyException
        || failure instanceof OdooConfigurationException
        || failure instanceof OdooConnectionException
        || failure instanceof OdooInterruptedException;
  }
}
