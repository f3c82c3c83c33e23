package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;

/**
 * The call was sent, and no usable answer came back: a time-out, a cut connection, a reply that is
 * no JSON. Odoo may or may not have done it.
 */
public final class OdooOutcomeUnknownException extends OdooException {

  private static final long serialVersionUID = 1L;

  /**
   * Describes a failure.
   *
   * @param message what failed: model, method and Odoo's words, never a secret
   * @param errorName the name that Odoo gave to the error, or {@code null}
   * @param cause what it came from, or {@code null}
   */
  public OdooOutcomeUnknownException(
      String message, @Nullable String errorName, @Nullable Throwable cause) {
    super(message, errorName, cause);
  }

  @Override
  public CallOutcome outcome() {
    return CallOutcome.UNKNOWN;
  }

  /**
   * Whether the call may be made again without reading back what became of it.
   *
   * @return {@code true} if it only reads, or does no harm when it is made twice
   */
  public boolean isSafeToRepeat() {
    return isOfSafeCall();
  }

  @Override
  public String advice() {
    return isSafeToRepeat()
        ? "Run again later: the server, or a proxy before it, may be busy or restarting."
        : "Read back whether Odoo did it before sending it again.";
  }
}
