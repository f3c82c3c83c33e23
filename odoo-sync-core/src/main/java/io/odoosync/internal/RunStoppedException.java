package io.odoosync.internal;

import io.odoosync.odoo.OdooAuthenticationException;
import io.odoosync.odoo.OdooBusyException;
import io.odoosync.odoo.OdooConfigurationException;
import io.odoosync.odoo.OdooConnectionException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooInterruptedException;
import org.jspecify.annotations.Nullable;

/** Ends a run: nothing that is left could be done either. */
final class RunStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RunStoppedException(String message, @Nullable Throwable cause) {
    super(message, cause);
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
