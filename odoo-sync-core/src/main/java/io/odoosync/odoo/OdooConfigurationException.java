package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;

/**
 * The connection's settings do not lead to a usable Odoo: a wrong address, a wrong database, a
 * server that is no Odoo, a missing login.
 */
public final class OdooConfigurationException extends OdooException {

  private static final long serialVersionUID = 1L;

  OdooConfigurationException(
      String message, @Nullable String errorName, @Nullable Throwable cause) {
    super(message, errorName, cause);
  }

  @Override
  public String advice() {
    return "Correct the connection's settings.";
  }
}
