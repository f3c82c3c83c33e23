package io.odoosync.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT0.0004S, 0 s",
    "PT0.007S, 7 ms",
    "PT0.05S, 0.1 s",
    "PT0.18612319S, 0.2 s",
    "PT0.96S, 1 s",
    "PT9S, 9 s",
    "PT59.94S, 59.9 s",
    "PT59.96S, 1 min",
    "PT3M12S, 3 min 12 s",
    "PT3M12.6S, 3 min 13 s",
    "PT59M59.7S, 1 h",
    "PT2H5M40S, 2 h 5 min",
    "P1DT4H, 1 d 4 h",
    "P30D, 30 d",
    "PT-1.5S, -1.5 s"
  })
  void words_duration_isAsPeopleReadIt(Duration duration, String words) {
    assertThat(Durations.words(duration)).isEqualTo(words);
  }
}
