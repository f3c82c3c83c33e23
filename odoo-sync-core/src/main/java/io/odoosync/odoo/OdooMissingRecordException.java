package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;

/** The call named a record that is not in Odoo (any more). */
public final class OdooMissingRecordException extends OdooException {

  private static final long serialVersionUID = 1L;

  OdooMissingRecordException(
      String message, @Nullable String errorName, @Nullable Throwable cause) {
    super(message, errorName, cause);
  }

  @Override
  public String advice() {
    return "Look whether the record was deleted in Odoo, then run again.";
  }
}
