package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;

/**
 * The login or the API key was refused: wrong, revoked, expired, or another user's. Keys of users
 * who are not administrators live 90 days at most (from Odoo 18 on).
 */
public final class OdooAuthenticationException extends OdooException {

  private static final long serialVersionUID = 1L;

  private static final String ADVICE =
      "Check login and database, and create a new API key, in the integration user's preferences"
          + " under Account Security: the old one may have expired, which Odoo does not tell from a"
          + " wrong one. Keys of plain users expire after 90 days at most.";

  private final String advice;

  /**
   * Describes a failure.
   *
   * @param message what failed: model, method and Odoo's words, never a secret
   * @param errorName the name that Odoo gave to the error, or {@code null}
   * @param cause what it came from, or {@code null}
   */
  public OdooAuthenticationException(
      String message, @Nullable String errorName, @Nullable Throwable cause) {
    this(message, errorName, ADVICE, cause);
  }

  /**
   * Describes a failure.
   *
   * @param message what failed: model, method and Odoo's words, never a secret
   * @param errorName the name that Odoo gave to the error, or {@code null}
   * @param advice what somebody can do about it
   * @param cause what it came from, or {@code null}
   */
  public OdooAuthenticationException(
      String message, @Nullable String errorName, String advice, @Nullable Throwable cause) {
    super(message, errorName, cause);
    this.advice = advice;
  }

  @Override
  public String advice() {
    return advice;
  }
}
