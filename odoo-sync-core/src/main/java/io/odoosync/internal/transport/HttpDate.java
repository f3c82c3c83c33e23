package io.odoosync.internal.transport;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** A date in a header of HTTP, in any of the three forms of RFC 9110 (5.6.7). */
final class HttpDate {

  private static final DateTimeFormatter USUAL =
      finished(form().appendPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'"));

  private static final int YEARS_AHEAD = 50;

  private HttpDate() {}

  /** When an answer was made, by the clock of who made it. */
  static Optional<Instant> of(HttpHeaders headers, Clock clock) {
    return headers.firstValue("Date").flatMap(date -> parse(date.strip(), clock));
  }

  /**
   * Reads a date.
   *
   * @param clock tells which century two digits of a year are of
   * @return nothing if it is none
   */
  static Optional<Instant> parse(String date, Clock clock) {
    return parsed(USUAL, date).or(() -> parsed(ofC(), date)).or(() -> parsed(rfc850(clock), date));
  }

  private static Optional<Instant> parsed(DateTimeFormatter form, String date) {
    try {
      return Optional.of(form.parse(date, Instant::from));
    } catch (DateTimeException e) {
      // It is of another form, or no date; a header that can't be read says nothing.
      return Optional.empty();
    }
  }

  /** With two digits of the year. */
  private static DateTimeFormatter rfc850(Clock clock) {
    LocalDate earliest =
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(YEARS_AHEAD - 99L);
    return finished(
        form()
            .appendPattern("EEEE, dd-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, earliest)
            .appendPattern(" HH:mm:ss 'GMT'"));
  }

  /** That of C's asctime. */
  private static DateTimeFormatter ofC() {
    return finished(form().appendPattern("EEE MMM ppd HH:mm:ss uuuu"));
  }

  private static DateTimeFormatterBuilder form() {
    return new DateTimeFormatterBuilder().parseCaseInsensitive();
  }

  private static DateTimeFormatter finished(DateTimeFormatterBuilder form) {
    return form.toFormatter(Locale.US).withZone(ZoneOffset.UTC);
  }
}
