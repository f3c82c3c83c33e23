package io.odoosync.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {

  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofMinutes(1);

  @ParameterizedTest
  @ValueSource(strings = {"PT1S", "PT30S", "PT1M"})
  void require_withinBounds_isTaken(Duration time) {
    assertThat(Bounds.require("leaseTime", time, LEAST, MOST)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-PT1S", "PT0S", "PT0.999S", "PT1M0.001S"})
  void require_outOfBounds_isRefusedWithWords(Duration time) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bounds.require("leaseTime", time, LEAST, MOST))
        .withMessage("leaseTime must be from PT1S to PT1M, but is " + time);
  }
}
