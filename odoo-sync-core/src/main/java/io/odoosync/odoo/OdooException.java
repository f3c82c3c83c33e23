package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;

/**
 * A call to Odoo that failed. The subclasses are named for what the caller should do about it. The
 * message names model, method and Odoo's own words, and never holds a secret.
 */
public abstract sealed class OdooException extends RuntimeException
    permits OdooAuthenticationException,
        OdooBusyException,
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

  OdooException afterAttempts(int count) {
    attempts = count;
    return this;
  }

  /** The message, with the number of attempts if there were several. */
  @Override
  public String getMessage() {
    String message = String.valueOf(super.getMessage());
    return attempts == 1 ? message : message + " (tried " + attempts + " times)";
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
