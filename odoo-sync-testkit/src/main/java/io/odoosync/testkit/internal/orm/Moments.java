package io.odoosync.testkit.internal.orm;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Dates and times as text. A stored time has microseconds, always six digits, so that the order of
 * the texts is the order of the times; what clients read has none.
 */
public final class Moments {
  private static final DateTimeFormatter STORED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?");
  private static final int DATE_LENGTH = 10;
  private static final int SECONDS_LENGTH = 19;

  private Moments() {}

  public static String stored(Instant instant) {
    return STORED.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
  }

  public static String date(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
  }

  /** What clients read of a stored time. */
  public static String seconds(String stored) {
    return stored.substring(0, Math.min(SECONDS_LENGTH, stored.length()));
  }

  public static Instant truncated(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  /** A date, from a date or a time. */
  public static Optional<String> parseDate(String text) {
    String date = text.substring(0, Math.min(DATE_LENGTH, text.length()));
    try {
      return Optional.of(LocalDate.parse(date).toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A stored time, from a date or a time. */
  public static Optional<String> parseTime(String text) {
    if (text.length() == DATE_LENGTH) {
      return parseDate(text).map(date -> date + " 00:00:00.000000");
    }
    if (!TIME.matcher(text).matches()) {
      return Optional.empty();
    }
    return parseDate(text).filter(date -> isClock(text)).map(date -> padded(text));
  }

  private static boolean isClock(String text) {
    try {
      LocalDateTime.parse(text.replace(' ', 'T'));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static String padded(String text) {
    String fraction = text.length() == SECONDS_LENGTH ? "." : text.substring(SECONDS_LENGTH);
    return seconds(text) + (fraction + "000000").substring(0, 7);
  }
}
