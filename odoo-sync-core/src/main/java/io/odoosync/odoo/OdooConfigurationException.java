package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;

/**
 * The connection's settings do not lead to a usable Odoo: a wrong address, a wrong database, a
 * server that is no Odoo, a missing login.
 */
public final class OdooConfigurationException extends OdooException {

  private static final long serialVersionUID = 1L;

  private final String advice;

  OdooConfigurationException(
      String message, @Nullable String errorName, @Nullable Throwable cause) {
    this(message, errorName, "Correct the connection's settings.", cause);
  }

  OdooConfigurationException(
      String message, @Nullable String errorName, String advice, @Nullable Throwable cause) {
    super(message, errorName, cause);
    this.advice = advice;
  }

  @Override
  public String advice() {
    return advice;
  }
}
