package io.odoosync.report;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.text.VisibleText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a check of the engine found.
 *
 * @param severity how much it matters
 * @param type the kind of records that it is about, or {@code null} if it is about all
 * @param cause what a program decides by, or {@code null} for what is only information
 * @param what what was found
 * @param advice what to do about it; empty if there is nothing to do
 */
public record CheckFinding(
    Severity severity,
    @Nullable EntityType type,
    @Nullable FailureCause cause,
    String what,
    String advice) {

  /** Checks that nothing required is missing. */
  public CheckFinding {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(advice, "advice");
  }

  /** How much a finding matters. */
  public enum Severity {
    /** Good to know. */
    INFO,
    /** A run works, but somebody should know something about it. */
    WARNING,
    /** A run would stop, or not get far. */
    ERROR
  }

  /**
   * Good to know.
   *
   * @param what what was found
   * @return the finding
   */
  public static CheckFinding info(String what) {
    return new CheckFinding(Severity.INFO, null, null, what, "");
  }

  /**
   * What somebody should know.
   *
   * @param type the kind of records that it is about, or {@code null}
   * @param failure what was found, and what to do about it
   * @return the finding
   */
  public static CheckFinding warning(@Nullable EntityType type, Failure failure) {
    return of(Severity.WARNING, type, failure);
  }

  /**
   * What keeps a run from working.
   *
   * @param type the kind of records that it is about, or {@code null}
   * @param failure what was found, and what to do about it
   * @return the finding
   */
  public static CheckFinding error(@Nullable EntityType type, Failure failure) {
    return of(Severity.ERROR, type, failure);
  }

  private static CheckFinding of(Severity severity, @Nullable EntityType type, Failure failure) {
    return new CheckFinding(severity, type, failure.cause(), failure.reason(), failure.advice());
  }

  /** One line for a log, in which nothing hides. */
  @Override
  public String toString() {
    String about = type == null ? "" : type + ": ";
    return VisibleText.of(severity + " " + about + what + (advice.isEmpty() ? "" : ". " + advice));
  }
}
