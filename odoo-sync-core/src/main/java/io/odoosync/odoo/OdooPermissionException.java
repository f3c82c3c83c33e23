package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;

/** Odoo knows the user, but the user may not do this. */
public final class OdooPermissionException extends OdooException {

  private static final long serialVersionUID = 1L;

  /**
   * Describes a failure.
   *
   * @param message what failed: model, method and Odoo's words, never a secret
   * @param errorName the name that Odoo gave to the error, or {@code null}
   * @param cause what it came from, or {@code null}
   */
  public OdooPermissionException(
      String message, @Nullable String errorName, @Nullable Throwable cause) {
    super(message, errorName, cause);
  }

  @Override
  public String advice() {
    if (errorName() == null) {
      return "Allow the call in the server, or in the proxy before it.";
    }
    String where = model() == null ? "" : " on the model " + model();
    return "Grant the integration user the right" + where + " that Odoo names.";
  }
}
