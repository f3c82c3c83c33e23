package io.odoosync.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NotifierOptionsTest {

  private static final NotifierOptions DEFAULT = NotifierOptions.DEFAULT;

  @Test
  void options_outOfRange_areRefusedAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULT.remindingAfter(0, Duration.ZERO))
        .withMessage("remindAfterRuns must be at least 1, but is 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULT.remindingAfter(1, Duration.ofSeconds(-1)))
        .withMessageStartingWith("remindAfter must not be negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULT.waiting(Duration.ZERO))
        .withMessageStartingWith("timeLimit must be longer than zero");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULT.waiting(Duration.ofMinutes(61)))
        .withMessageStartingWith("timeLimit must be longer than zero");
  }

  @Test
  void options_changed_keepTheOthers() {
    assertThat(
            DEFAULT.remindingAfter(5, Duration.ofHours(1)).waiting(NotifierOptions.MAX_TIME_LIMIT))
        .isEqualTo(new NotifierOptions(5, Duration.ofHours(1), Duration.ofHours(1)));
  }
}
