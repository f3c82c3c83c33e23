package io.odoosync;

import io.odoosync.internal.text.VisibleText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a record, a stage or a run is not where it should be, and what to do about it. Never holds a
 * secret.
 *
 * @param cause what a program decides by
 * @param reason Odoo's or our words: what, where, why; without a full stop of ours at its end
 * @param advice what somebody can do about it: one sentence or several
 * @param odooError the name that Odoo gave to its error, for example {@code
 *     odoo.exceptions.ValidationError}, or {@code null} if Odoo reported none
 * @param model the Odoo model that it is about, or {@code null} if it is about none
 * @param method the method that was called, or {@code null} if none was
 */
public record Failure(
    FailureCause cause,
    String reason,
    String advice,
    @Nullable String odooError,
    @Nullable String model,
    @Nullable String method) {

  /** Checks that nothing required is missing. */
  public Failure {
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(advice, "advice");
  }

  /**
   * A failure that is not about a call.
   *
   * @param cause what a program decides by
   * @param reason what, where, why
   * @param advice what somebody can do about it
   * @return the failure
   */
  public static Failure of(FailureCause cause, String reason, String advice) {
    return new Failure(cause, reason, advice, null, null, null);
  }

  /**
   * A failure for which the general advice of its cause is enough.
   *
   * @param cause what a program decides by
   * @param reason what, where, why
   * @return the failure
   */
  public static Failure of(FailureCause cause, String reason) {
    return of(cause, reason, cause.advice());
  }

  /**
   * The same failure, about a model.
   *
   * @param name the model's technical name
   * @return the failure with it
   */
  public Failure onModel(String name) {
    return new Failure(cause, reason, advice, odooError, name, method);
  }

  /**
   * The same failure, about a call.
   *
   * @param model the model's technical name
   * @param method the method's name
   * @return the failure with both
   */
  public Failure inCall(String model, String method) {
    return new Failure(cause, reason, advice, odooError, model, method);
  }

  /** Reason and advice, for a log or a person: one line, in which nothing hides. */
  @Override
  public String toString() {
    boolean ended = reason.endsWith(".") || reason.endsWith("!") || reason.endsWith("?");
    return VisibleText.of(reason + (ended ? " " : ". ") + advice);
  }
}
