package io.odoosync;

/**
 * How many calls all nodes together may make to one Odoo, for servers that are hosted by others and
 * limit them. Each attempt counts. The few requests by which a client finds out what a server is
 * and who it is there, once each, don't.
 *
 * <pre>{@code
 * .callBudget(CallBudget.perMinute(60).andPerDay(10_000))
 * }</pre>
 *
 * <p>Minutes and days are those of the engine's clock, days in UTC.
 *
 * @param minute calls in a minute, 1 or more; {@link #UNLIMITED} for any number
 * @param day calls in a day, 1 or more; {@link #UNLIMITED} for any number
 */
public record CallBudget(int minute, int day) {

  /** Any number of calls. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** No limits. */
  public static final CallBudget NONE = new CallBudget(UNLIMITED, UNLIMITED);

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one is less than 1
   */
  public CallBudget {
    require("minute", minute);
    require("day", day);
  }

  private static void require(String name, int calls) {
    if (calls < 1) {
      throw new IllegalArgumentException(
          "calls per " + name + " must be at least 1, but are " + calls);
    }
  }

  /**
   * Limits the calls in a minute.
   *
   * @param calls 1 or more
   * @return the budget
   * @throws IllegalArgumentException if it is less
   */
  public static CallBudget perMinute(int calls) {
    return new CallBudget(calls, UNLIMITED);
  }

  /**
   * Limits the calls in a day.
   *
   * @param calls 1 or more
   * @return the budget
   * @throws IllegalArgumentException if it is less
   */
  public static CallBudget perDay(int calls) {
    return new CallBudget(UNLIMITED, calls);
  }

  /**
   * The same with a limit for a minute.
   *
   * @param calls 1 or more
   * @return the budget
   * @throws IllegalArgumentException if it is less
   */
  public CallBudget andPerMinute(int calls) {
    return new CallBudget(calls, day);
  }

  /**
   * The same with a limit for a day.
   *
   * @param calls 1 or more
   * @return the budget
   * @throws IllegalArgumentException if it is less
   */
  public CallBudget andPerDay(int calls) {
    return new CallBudget(minute, calls);
  }

  /**
   * Whether there is a limit.
   *
   * @return {@code false} if any number of calls may be made
   */
  public boolean isLimited() {
    return !equals(NONE);
  }

  /** In words, such as "60 calls a minute, 10000 a day". */
  @Override
  public String toString() {
    String perMinute = minute == UNLIMITED ? "any number of calls" : minute + " calls";
    String perDay = day == UNLIMITED ? "any number" : Integer.toString(day);
    return perMinute + " a minute, " + perDay + " a day";
  }
}
