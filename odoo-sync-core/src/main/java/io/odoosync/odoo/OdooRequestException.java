package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;

/**
 * Odoo understood the call and refused it: a value, a field, a business rule. The same call fails
 * again.
 */
public final class OdooRequestException extends OdooException {

  private static final long serialVersionUID = 1L;

  /**
   * Describes a failure.
   *
   * @param message what failed: model, method and Odoo's words, never a secret
   * @param errorName the name that Odoo gave to the error, or {@code null}
   * @param cause what it came from, or {@code null}
   */
  public OdooRequestException(
      String message, @Nullable String errorName, @Nullable Throwable cause) {
    super(message, errorName, cause);
  }

  @Override
  public String advice() {
    return "Correct what Odoo names, then run again.";
  }
}
