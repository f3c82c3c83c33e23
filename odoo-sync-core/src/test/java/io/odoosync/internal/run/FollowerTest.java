package io.odoosync.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowerTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "1000000, 60"})
  void rest_moreFailures_growsToAMinute(int failures, int seconds) {
    assertThat(Follower.rest(failures)).isEqualTo(Duration.ofSeconds(seconds));
  }
}
