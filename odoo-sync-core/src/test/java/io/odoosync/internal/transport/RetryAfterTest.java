package io.odoosync.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Clock OURS =
      Clock.fixed(Instant.parse("2026-11-23T03:59:00Z"), ZoneOffset.UTC);

  private static final String THEIRS = "Mon, 23 Nov 2026 03:59:30 GMT";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mon, 23 Nov 2026 04:00:00 GMT",
        " mon, 23 nov 2026 04:00:00 gmt ",
        "Monday, 23-Nov-26 04:00:00 GMT",
        "Mon Nov 23 04:00:00 2026"
      })
  void of_dateOfAnyForm_isTheWaitByTheServersClock(String date) {
    assertThat(asked(date, THEIRS)).hasValue(Duration.ofSeconds(30));
    assertThat(asked(date, null)).hasValue(Duration.ofSeconds(60));
    assertThat(asked(date, "yesterday")).hasValue(Duration.ofSeconds(60));
  }

  @Test
  void of_oneDigitDayInTheFormOfC_isUnderstood() {
    assertThat(asked("Tue Dec  1 04:00:00 2026", "Tue, 01 Dec 2026 03:59:59 GMT"))
        .hasValue(Duration.ofSeconds(1));
  }

  @Test
  void of_dateThatIsOver_asksForNoWait() {
    assertThat(asked("Mon, 23 Nov 2026 03:00:00 GMT", THEIRS)).hasValue(Duration.ZERO);
  }

  @Test
  void of_seconds_isThem() {
    assertThat(asked("120", THEIRS)).hasValue(Duration.ofMinutes(2));
    assertThat(asked(" 0 ", null)).hasValue(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5", "12345678901", "Mon, 31 Feb 2026 04:00:00 GMT"})
  void of_anythingElse_asksForNothing(String value) {
    assertThat(asked(value, THEIRS)).isEmpty();
  }

  @Test
  void of_noHeader_asksForNothing() {
    assertThat(RetryAfter.of(HttpHeaders.of(Map.of(), (name, value) -> true), OURS)).isEmpty();
  }

  private static Optional<Duration> asked(String retryAfter, @Nullable String date) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("Retry-After", List.of(retryAfter));
    if (date != null) {
      headers.put("Date", List.of(date));
    }
    return RetryAfter.of(HttpHeaders.of(headers, (name, value) -> true), OURS);
  }
}
