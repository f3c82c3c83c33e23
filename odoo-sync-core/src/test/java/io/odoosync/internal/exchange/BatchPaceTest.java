package io.odoosync.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchPaceTest {

  @ParameterizedTest
  @CsvSource({
    "200, 1, 200", // fast, and as large as allowed
    "50, 1, 100", // fast: larger
    "150, 1, 200", // fast: larger, but not too large
    "100, 5, 100", // neither fast nor slow
    "100, 11, 50", // slow: smaller
    "1, 11, 1" // slow, and as small as can be
  })
  void after_callOfDuration_adaptsSize(int size, int seconds, int expected) {
    BatchPace pace = new BatchPace(size, 200).after(Duration.ofSeconds(seconds));
    assertThat(pace.size()).isEqualTo(expected);
    assertThat(pace.maximum()).isEqualTo(200);
  }

  @Test
  void slower_halves() {
    assertThat(BatchPace.upTo(200).slower().size()).isEqualTo(100);
  }

  @Test
  void capped_neverGrowsAgain() {
    BatchPace capped = BatchPace.upTo(200).capped();
    assertThat(capped).isEqualTo(new BatchPace(100, 100));
    assertThat(capped.after(Duration.ofSeconds(1)).size()).isEqualTo(100);
    assertThat(new BatchPace(1, 1).capped().size()).isEqualTo(1);
  }
}
