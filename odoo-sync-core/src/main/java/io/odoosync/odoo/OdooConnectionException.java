package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;

/**
 * The server could not be reached, or gave no usable answer before the call itself was sent. It did
 * nothing.
 */
public final class OdooConnectionException extends OdooException {

  private static final long serialVersionUID = 1L;

  private final String advice;

  /**
   * Describes a failure.
   *
   * @param message what failed: model, method and Odoo's words, never a secret
   * @param errorName the name that Odoo gave to the error, or {@code null}
   * @param cause what it came from, or {@code null}
   */
  public OdooConnectionException(
      String message, @Nullable String errorName, @Nullable Throwable cause) {
    this(
        message,
        errorName,
        "Check address, network and that the server is up, then run again.",
        cause);
  }

  /**
   * Describes a failure.
   *
   * @param message what failed: model, method and Odoo's words, never a secret
   * @param errorName the name that Odoo gave to the error, or {@code null}
   * @param advice what somebody can do about it
   * @param cause what it came from, or {@code null}
   */
  public OdooConnectionException(
      String message, @Nullable String errorName, String advice, @Nullable Throwable cause) {
    super(message, errorName, cause);
    this.advice = advice;
  }

  @Override
  public String advice() {
    return advice;
  }
}
