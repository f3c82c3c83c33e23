package io.odoosync.internal.transport;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a server asks to wait: in seconds, or until a date in any of the three forms of RFC 9110
 * (5.6.7). A date is compared with the one of the answer itself, which is of the same clock; an
 * answer without one, with ours. A date that is over asks for no wait.
 */
final class RetryAfter {

  private static final int YEARS_AHEAD = 50;

  private RetryAfter() {}

  static Optional<Duration> of(HttpHeaders headers, Clock clock) {
    return headers
        .firstValue("Retry-After")
        .map(String::strip)
        .flatMap(value -> of(value, headers, clock));
  }

  private static Optional<Duration> of(String value, HttpHeaders headers, Clock clock) {
    if (value.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    Instant now =
        headers
            .firstValue("Date")
            .flatMap(date -> instant(date.strip(), clock))
            .orElseGet(clock::instant);
    return instant(value, clock)
        .map(until -> Duration.between(now, until))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
  }

  private static Optional<Instant> instant(String date, Clock clock) {
    return forms(clock).stream().flatMap(form -> parsed(form, date).stream()).findFirst();
  }

  private static Optional<Instant> parsed(DateTimeFormatter form, String date) {
    try {
      return Optional.of(form.parse(date, Instant::from));
    } catch (DateTimeException e) {
      // It is of another form, or no date; a header that can't be read asks for nothing.
      return Optional.empty();
    }
  }

  /** The usual form, that of RFC 850 with two digits of the year, and that of C's asctime. */
  private static List<DateTimeFormatter> forms(Clock clock) {
    LocalDate earliest =
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(YEARS_AHEAD - 99L);
    return List.of(
        finished(form().appendPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'")),
        finished(
            form()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, earliest)
                .appendPattern(" HH:mm:ss 'GMT'")),
        finished(form().appendPattern("EEE MMM ppd HH:mm:ss uuuu")));
  }

  private static DateTimeFormatterBuilder form() {
    return new DateTimeFormatterBuilder().parseCaseInsensitive();
  }

  private static DateTimeFormatter finished(DateTimeFormatterBuilder form) {
    return form.toFormatter(Locale.US).withZone(ZoneOffset.UTC);
  }
}
