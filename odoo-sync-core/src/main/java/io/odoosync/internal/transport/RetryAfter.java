package io.odoosync.internal.transport;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a server asks to wait: in seconds, or until an {@link HttpDate}. A date is compared with
 * the one of the answer itself, which is of the same clock; an answer without one, with ours. A
 * date that is over asks for no wait.
 */
final class RetryAfter {

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
    Instant now = HttpDate.of(headers, clock).orElseGet(clock::instant);
    return HttpDate.parse(value, clock)
        .map(until -> Duration.between(now, until))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
  }
}
