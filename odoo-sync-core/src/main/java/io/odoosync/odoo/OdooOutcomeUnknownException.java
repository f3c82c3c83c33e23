package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;

/**
 * The call was sent, and no usable answer came back: a time-out, a cut connection, a reply that is
 * no JSON. Odoo may or may not have done it.
 */
public final class OdooOutcomeUnknownException extends OdooException {

  /** Why there is no usable answer. */
  public enum Reason {
    /** It did not come in time. */
    TIMED_OUT,
    /** The connection broke off: by a fault, or by a proxy that does not take so much. */
    BROKE_OFF,
    /** It came, and is no answer of Odoo's to this call, or Odoo itself does not know. */
    UNREADABLE,
    /** It takes more memory than {@link OdooConnection.Builder#maxResponseBytes} allows. */
    TOO_LARGE
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final boolean reading;

  /**
   * Describes a failure whose answer is {@link Reason#UNREADABLE}.
   *
   * @param message what failed: model, method and Odoo's words, never a secret
   * @param errorName the name that Odoo gave to the error, or {@code null}
   * @param cause what it came from, or {@code null}
   */
  public OdooOutcomeUnknownException(
      String message, @Nullable String errorName, @Nullable Throwable cause) {
    this(message, errorName, Reason.UNREADABLE, cause);
  }

  /**
   * Describes a failure.
   *
   * @param message what failed: model, method and Odoo's words, never a secret
   * @param errorName the name that Odoo gave to the error, or {@code null}
   * @param reason why there is no usable answer
   * @param cause what it came from, or {@code null}
   */
  public OdooOutcomeUnknownException(
      String message, @Nullable String errorName, Reason reason, @Nullable Throwable cause) {
    this(message, errorName, reason, cause, false);
  }

  private OdooOutcomeUnknownException(
      String message,
      @Nullable String errorName,
      Reason reason,
      @Nullable Throwable cause,
      boolean reading) {
    super(message, errorName, cause);
    this.reason = reason;
    this.reading = reading;
  }

  /**
   * For what was read without changing anything, and can't be what Odoo holds.
   *
   * @param message what was read, never the value itself
   * @param cause what it came from, or {@code null}
   * @return an exception that is safe to repeat
   */
  public static OdooOutcomeUnknownException ofReading(String message, @Nullable Throwable cause) {
    return new OdooOutcomeUnknownException(message, null, Reason.UNREADABLE, cause, true);
  }

  /**
   * Why there is no usable answer.
   *
   * @return never {@code null}
   */
  public Reason reason() {
    return reason;
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
    return reading || isOfSafeCall();
  }

  @Override
  public boolean isForSize() {
    return reason == Reason.TOO_LARGE;
  }

  @Override
  public String advice() {
    if (reason == Reason.TOO_LARGE && isSafeToRepeat()) {
      return "Ask for less at once, or raise the connection's maxResponseBytes.";
    }
    return isSafeToRepeat()
        ? "Run again later: the server, or a proxy before it, may be busy or restarting."
        : "Read back whether Odoo did it before sending it again.";
  }
}
