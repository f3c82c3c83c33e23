package io.odoosync.odoo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Odoo could not serve the call now and did nothing: too many requests, an overloaded server, or a
 * transaction that lost against another one.
 */
public final class OdooBusyException extends OdooException {

  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  /**
   * Describes a failure.
   *
   * @param message what failed: model, method and Odoo's words, never a secret
   * @param errorName the name that Odoo gave to the error, or {@code null}
   * @param retryAfter how long the server asked to wait, or {@code null}
   * @param cause what it came from, or {@code null}
   */
  public OdooBusyException(
      String message,
      @Nullable String errorName,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    super(message, errorName, cause);
    this.retryAfter = retryAfter;
  }

  /**
   * How long the server asked to wait.
   *
   * @return the wait, or {@code null} if the server named none
   */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  @Override
  public String advice() {
    return "Wait, then run again; if it lasts, look at the Odoo server's load.";
  }
}
