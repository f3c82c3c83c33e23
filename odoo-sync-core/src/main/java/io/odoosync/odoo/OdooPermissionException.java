package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;

/** Odoo knows the user, but the user may not do this. */
public final class OdooPermissionException extends OdooException {

  private static final long serialVersionUID = 1L;

  OdooPermissionException(String message, @Nullable String errorName, @Nullable Throwable cause) {
    super(message, errorName, cause);
  }

  @Override
  public String advice() {
    return "Grant the integration user the right that Odoo names.";
  }
}
