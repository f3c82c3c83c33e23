package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;

/**
 * The server's certificate can't be trusted: self-signed, expired, or issued for another host.
 * Nothing was sent, and trying again does not help.
 */
public final class OdooCertificateException extends OdooException {

  private static final long serialVersionUID = 1L;

  private final String advice;

  /**
   * Describes a failure.
   *
   * @param message what failed, never a secret
   * @param advice what somebody can do about it
   * @param cause what it came from, or {@code null}
   */
  public OdooCertificateException(String message, String advice, @Nullable Throwable cause) {
    super(message, null, cause);
    this.advice = advice;
  }

  @Override
  public String advice() {
    return advice;
  }
}
