package io.odoosync.internal.state;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How many calls one node has reserved in a minute and in a day. Pure.
 *
 * @param minute the minute's beginning
 * @param inMinute calls in it
 * @param day the day, in UTC
 * @param inDay calls in it
 */
record CallAccount(Instant minute, long inMinute, LocalDate day, long inDay) {

  private static final String SEPARATOR = " ";

  /** An account at a time, with what was in this one that still counts then. */
  CallAccount at(Instant time) {
    CallAccount now = empty(time);
    return new CallAccount(
        now.minute,
        now.minute.equals(minute) ? inMinute : 0,
        now.day,
        now.day.equals(day) ? inDay : 0);
  }

  static CallAccount empty(Instant time) {
    return new CallAccount(
        time.truncatedTo(ChronoUnit.MINUTES), 0, LocalDate.ofInstant(time, ZoneOffset.UTC), 0);
  }

  /** With so many calls more. */
  CallAccount plus(long moreInMinute, long moreInDay) {
    return new CallAccount(minute, inMinute + moreInMinute, day, inDay + moreInDay);
  }

  /** Whether nobody needs it any more, however wrong clocks are. */
  boolean isOld(Instant time) {
    return day.isBefore(LocalDate.ofInstant(time, ZoneOffset.UTC).minusDays(1));
  }

  String text() {
    return String.join(
        SEPARATOR,
        minute.toString(),
        Long.toString(inMinute),
        day.toString(),
        Long.toString(inDay));
  }

  /** Reads it; {@code null} if the text is of another form. */
  static @Nullable CallAccount parse(String text) {
    String[] parts = text.split(SEPARATOR, -1);
    if (parts.length != 4) {
      return null;
    }
    try {
      return new CallAccount(
          Instant.parse(parts[0]),
          Long.parseLong(parts[1]),
          LocalDate.parse(parts[2]),
          Long.parseLong(parts[3]));
    } catch (DateTimeParseException | NumberFormatException e) {
      return null;
    }
  }
}
