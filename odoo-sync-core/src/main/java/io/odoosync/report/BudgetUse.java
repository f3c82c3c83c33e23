package io.odoosync.report;

import io.odoosync.CallBudget;
import io.odoosync.internal.text.Durations;
import java.time.Duration;
import java.util.Objects;

/**
 * What a run used of the engine's {@link CallBudget}.
 *
 * @param perMinute the calls that all nodes may make in a minute
 * @param perDay the calls that all nodes may make in a day
 * @param calls the calls of this run, each attempt counted
 * @param today the calls of all nodes that day, in UTC; of others, also those that they have
 *     reserved
 * @param waited how long the run waited for the next minute
 */
public record BudgetUse(int perMinute, int perDay, long calls, long today, Duration waited) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public BudgetUse {
    Counts.checked("perMinute", perMinute);
    Counts.checked("perDay", perDay);
    Counts.checked("calls", calls);
    Counts.checked("today", today);
    Objects.requireNonNull(waited, "waited");
  }

  /** In words, such as "41 of the budget, 812 of 10000 today, waited 12 s". */
  @Override
  public String toString() {
    return calls
        + " of the budget, "
        + today
        + (perDay == CallBudget.UNLIMITED ? "" : " of " + perDay)
        + " today"
        + (waited.isZero() ? "" : ", waited " + Durations.words(waited));
  }
}
