package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;

/**
 * The login or the API key was refused: wrong, revoked or expired. Keys of users who are not
 * administrators live 90 days at most (Odoo 18 and 19).
 */
public final class OdooAuthenticationException extends OdooException {

  private static final long serialVersionUID = 1L;

  OdooAuthenticationException(
      String message, @Nullable String errorName, @Nullable Throwable cause) {
    super(message, errorName, cause);
  }

  @Override
  public String advice() {
    return "Check login and database, and create a new API key: keys of plain users expire after 90 days at most.";
  }
}
