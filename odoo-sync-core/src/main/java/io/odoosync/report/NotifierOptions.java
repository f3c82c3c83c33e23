package io.odoosync.report;

import java.time.Duration;
import java.util.Objects;

/**
 * When an {@link AdminNotifier} is called. Immutable.
 *
 * @param remindAfterRuns in how many further runs a failure that was told must be seen until it is
 *     told again, 1 or more
 * @param remindAfter how much time must have passed as well, not negative
 * @param timeLimit how long a run waits for the notifier, longer than zero
 */
public record NotifierOptions(int remindAfterRuns, Duration remindAfter, Duration timeLimit) {

  /** The longest time for which a run waits: an hour. */
  public static final Duration MAX_TIME_LIMIT = Duration.ofHours(1);

  /** Told again after 10 runs and 24 hours, whichever is later; a run waits for 15 seconds. */
  public static final NotifierOptions DEFAULT =
      new NotifierOptions(10, Duration.ofHours(24), Duration.ofSeconds(15));

  /** Checks the values. */
  public NotifierOptions {
    Objects.requireNonNull(remindAfter, "remindAfter");
    if (remindAfterRuns < 1) {
      throw new IllegalArgumentException(
          "remindAfterRuns must be at least 1, but is " + remindAfterRuns);
    }
    if (remindAfter.isNegative()) {
      throw new IllegalArgumentException("remindAfter must not be negative, but is " + remindAfter);
    }
    if (timeLimit.isNegative() || timeLimit.isZero() || timeLimit.compareTo(MAX_TIME_LIMIT) > 0) {
      throw new IllegalArgumentException(
          "timeLimit must be longer than zero and at most an hour, but is " + timeLimit);
    }
  }

  /**
   * The same with another reminder.
   *
   * @param runs in how many further runs a failure must be seen until it is told again, 1 or more
   * @param time how much time must have passed as well, not negative
   * @return the options with it
   * @throws IllegalArgumentException if one of them is out of its range
   */
  public NotifierOptions remindingAfter(int runs, Duration time) {
    return new NotifierOptions(runs, time, timeLimit);
  }

  /**
   * The same with another limit of time.
   *
   * @param limit how long a run waits for the notifier, longer than zero, at most an hour
   * @return the options with it
   * @throws IllegalArgumentException if it is out of its range
   */
  public NotifierOptions waiting(Duration limit) {
    return new NotifierOptions(remindAfterRuns, remindAfter, limit);
  }
}
