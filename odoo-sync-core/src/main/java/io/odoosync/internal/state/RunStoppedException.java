package io.odoosync.internal.state;

import io.odoosync.odoo.OdooAuthenticationException;
import io.odoosync.odoo.OdooBusyException;
import io.odoosync.odoo.OdooConfigurationException;
import io.odoosync.odoo.OdooConnectionException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooInterruptedException;
import io.odoosync.report.RunStatus;
import org.jspecify.annotations.Nullable;

/** Ends a run: nothing that is left could be done either. */
public final class RunStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RunStatus status;

  public RunStoppedException(String message, @Nullable Throwable cause) {
    this(RunStatus.STOPPED, message, cause);
  }

  public RunStoppedException(RunStatus status, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  public RunStatus status() {
    return status;
  }

  /** Whether a failure would meet every other record as well. */
  public static boolean isFor(OdooException failure) {
    return failure instanceof OdooAuthenticationException
        || failure instanceof OdooBusyException
        || failure instanceof OdooConfigurationException
        || failure instanceof OdooConnectionException
        || failure instanceof OdooInterruptedException;
  }
}
