package io.odoosync.odoo;

import io.odoosync.internal.text.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * A call to Odoo that failed. The subclasses are named for what the caller should do about it. The
 * message names model, method and Odoo's own words, and never holds a secret.
 */
public abstract sealed class OdooException extends RuntimeException
    permits OdooAuthenticationException,
        OdooBusyException,
        OdooCertificateException,
        OdooConfigurationException,
        OdooConnectionException,
        OdooInterruptedException,
        OdooMissingRecordException,
        OdooOutcomeUnknownException,
        OdooPermissionException,
        OdooRequestException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String errorName;
  private int attempts = 1;
  private @Nullable MethodCall call;

  OdooException(String message, @Nullable String errorName, @Nullable Throwable cause) {
    super(message, cause);
    this.errorName = errorName;
  }

  /**
   * The name that Odoo gave to the error: the one thing in its reply that is the same in all
   * versions, unlike texts and codes.
   *
   * @return for example {@code odoo.exceptions.ValidationError}, or {@code null} if the failure was
   *     not reported by Odoo itself
   */
  public @Nullable String errorName() {
    return errorName;
  }

  /**
   * How often the call was tried.
   *
   * @return 1 or more
   */
  public int attempts() {
    return attempts;
  }

  /**
   * The model that was called.
   *
   * @return its technical name, or {@code null} if the failure is about no call
   */
  public @Nullable String model() {
    return call == null ? null : call.model();
  }

  /**
   * The method that was called.
   *
   * @return its name, or {@code null} if the failure is about no call
   */
  public @Nullable String method() {
    return call == null ? null : call.method();
  }

  /** Whether the call can be made again without asking what became of it. */
  final boolean isOfSafeCall() {
    return call != null && call.isSafeToRepeat();
  }

  OdooException of(MethodCall failed, int count) {
    call = failed;
    attempts = count;
    return this;
  }

  /**
   * The message, with the number of attempts if there were several. One line: what would break it
   * in Odoo's words, or hide, is shown as {@code \n} or {@code \u202e}.
   */
  @Override
  public String getMessage() {
    String message = VisibleText.of(String.valueOf(super.getMessage()));
    return attempts == 1 ? message : message + " (tried " + attempts + " times)";
  }

  /**
   * Whether the request or its answer was too large, so that calls for fewer records may succeed.
   *
   * @return {@code true} for {@link OdooRequestException.Fault#TOO_LARGE} and {@link
   *     OdooOutcomeUnknownException.Reason#TOO_LARGE}
   */
  public boolean isForSize() {
    return false;
  }

  /**
   * What is known of the call's effect.
   *
   * @return whether Odoo certainly did nothing
   */
  public CallOutcome outcome() {
    return CallOutcome.NOT_DONE;
  }

  /**
   * What somebody can do about it.
   *
   * @return a sentence for a log or an administrator
   */
  public abstract String advice();
}
