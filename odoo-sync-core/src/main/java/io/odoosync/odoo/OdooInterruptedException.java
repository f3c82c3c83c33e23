package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;

/**
 * The calling thread was interrupted; its interrupt flag is set again. Odoo may or may not have
 * done what was asked, unless {@link #outcome()} knows better.
 */
public final class OdooInterruptedException extends OdooException {

  private static final long serialVersionUID = 1L;

  private final CallOutcome outcome;

  /**
   * Describes a failure.
   *
   * @param message what failed: model, method and Odoo's words, never a secret
   * @param outcome what is known of the call's effect
   * @param cause what it came from, or {@code null}
   */
  public OdooInterruptedException(String message, CallOutcome outcome, @Nullable Throwable cause) {
    super(message, null, cause);
    this.outcome = outcome;
  }

  @Override
  public CallOutcome outcome() {
    return outcome;
  }

  @Override
  public String advice() {
    return "The host asked the sync to stop: run again when it should go on.";
  }
}
