package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;

/** The call named a record that is not in Odoo (any more). */
public final class OdooMissingRecordException extends OdooException {

  private static final long serialVersionUID = 1L;

  /**
   * Describes a failure.
   *
   * @param message what failed: model, method and Odoo's words, never a secret
   * @param errorName the name that Odoo gave to the error, or {@code null}
   * @param cause what it came from, or {@code null}
   */
  public OdooMissingRecordException(
      String message, @Nullable String errorName, @Nullable Throwable cause) {
    super(message, errorName, cause);
  }

  @Override
  public String advice() {
    return "Look whether the record was deleted in Odoo, then run again.";
  }
}
