package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;

/**
 * The server could not be reached, or gave no usable answer before the call itself was sent. It did
 * nothing.
 */
public final class OdooConnectionException extends OdooException {

  private static final long serialVersionUID = 1L;

  private final String advice;

  OdooConnectionException(String message, @Nullable String errorName, @Nullable Throwable cause) {
    this(
        message,
        errorName,
        "Check address, network and that the server is up, then run again.",
        cause);
  }

  OdooConnectionException(
      String message, @Nullable String errorName, String advice, @Nullable Throwable cause) {
    super(message, errorName, cause);
    this.advice = advice;
  }

  @Override
  public String advice() {
    return advice;
  }
}
