package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;

/**
 * The connection's settings do not lead to a usable Odoo: a wrong address, a wrong database, a
 * server that is no Odoo, a missing login.
 */
public final class OdooConfigurationException extends OdooException {

  private static final long serialVersionUID = 1L;

  private final String advice;

  /**
   * Describes a failure.
   *
   * @param message what failed: model, method and Odoo's words, never a secret
   * @param errorName the name that Odoo gave to the error, or {@code null}
   * @param cause what it came from, or {@code null}
   */
  public OdooConfigurationException(
      String message, @Nullable String errorName, @Nullable Throwable cause) {
    this(message, errorName, "Correct the connection's settings.", cause);
  }

  /**
   * Describes a failure.
   *
   * @param message what failed: model, method and Odoo's words, never a secret
   * @param errorName the name that Odoo gave to the error, or {@code null}
   * @param advice what somebody can do about it
   * @param cause what it came from, or {@code null}
   */
  public OdooConfigurationException(
      String message, @Nullable String errorName, String advice, @Nullable Throwable cause) {
    super(message, errorName, cause);
    this.advice = advice;
  }

  @Override
  public String advice() {
    return advice;
  }
}
