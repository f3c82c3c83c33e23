package io.odoosync.internal.state;

import io.odoosync.Failure;
import io.odoosync.odoo.OdooAuthenticationException;
import io.odoosync.odoo.OdooBusyException;
import io.odoosync.odoo.OdooCertificateException;
import io.odoosync.odoo.OdooConfigurationException;
import io.odoosync.odoo.OdooConnectionException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooInterruptedException;
import org.jspecify.annotations.Nullable;

/** Ends a run: nothing that is left could be done either. */
public final class RunStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  public RunStoppedException(Failure failure, @Nullable Throwable cause) {
    super(failure.toString(), cause);
    this.failure = failure;
  }

  public Failure failure() {
    return failure;
  }

  /** Whether a failure would meet every other record as well. */
  public static boolean isFor(OdooException failure) {
    return failure instanceof OdooAuthenticationException
        || failure instanceof OdooBusyException
        || failure instanceof OdooCertificateException
        || failure instanceof OdooConfigurationException
        || failure instanceof OdooConnectionException
        || failure instanceof OdooInterruptedException;
  }
}
