package io.odoosync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChangeOptionsTest {

  @Test
  void default_isFullOnlyWhereItMust() {
    assertThat(ChangeOptions.DEFAULT.fullAfterRuns()).isZero();
    assertThat(ChangeOptions.DEFAULT.fullAfter()).isNull();
    assertThat(ChangeOptions.DEFAULT.overlap()).isGreaterThan(ChangeOptions.MIN_OVERLAP);
  }

  @Test
  void with_badValue_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChangeOptions.DEFAULT.withFullAfterRuns(0))
        .withMessageContaining("fullAfterRuns");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChangeOptions.DEFAULT.withFullAfter(Duration.ZERO))
        .withMessageContaining("fullAfter");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChangeOptions.DEFAULT.withOverlap(Duration.ofSeconds(119)))
        .withMessageContaining("overlap");
  }
}
