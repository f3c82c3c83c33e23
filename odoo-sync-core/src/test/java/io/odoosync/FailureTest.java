package io.odoosync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTest {

  @ParameterizedTest
  @CsvSource({
    "name is missing, name is missing. Mend it.",
    "Odoo said no., Odoo said no. Mend it.",
    "really?, really? Mend it."
  })
  void toString_reasonAndAdvice_areSentences(String reason, String words) {
    assertThat(Failure.of(FailureCause.INVALID_RECORD, reason, "Mend it.")).hasToString(words);
  }

  @Test
  void inCall_modelAndMethod_areAddedToTheRest() {
    Failure failure = Failure.of(FailureCause.TRANSIENT, "busy");
    assertThat(failure.advice()).isEqualTo(FailureCause.TRANSIENT.advice());
    assertThat(failure.onModel("res.partner").method()).isNull();
    assertThat(failure.inCall("res.partner", "write"))
        .isEqualTo(
            new Failure(
                FailureCause.TRANSIENT, "busy", "Run again later.", null, "res.partner", "write"));
  }
}
