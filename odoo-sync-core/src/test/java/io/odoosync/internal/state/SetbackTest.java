package io.odoosync.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetbackTest {

  @Test
  void again_failureAfterFailure_doublesTheRunsToSkipUpToALimit() {
    Setback setback = Setback.first("f", why("why"));
    List<Integer> skips = new ArrayList<>();
    for (int failures = 1; failures <= 10; failures++) {
      assertThat(setback.failures()).isEqualTo(failures);
      assertThat(setback.isQuarantined()).isEqualTo(failures >= 3);
      skips.add(setback.runsToSkip());
      setback = setback.again(why("why " + failures));
    }
    assertThat(skips).containsExactly(0, 0, 1, 2, 4, 8, 16, 32, 32, 32);
  }

  @Test
  void parse_text_givesTheSame() {
    Failure bare = why("\"quoted\"\nreason \0");
    Failure ofCall =
        new Failure(
            FailureCause.MISSING_RIGHT,
            "no",
            "Grant it.",
            "odoo.exceptions.AccessError",
            "res.partner",
            "write");
    for (Failure last : List.of(bare, ofCall)) {
      Setback setback = new Setback("f", 4, 2, last);
      assertThat(Setback.parse(setback.text())).isEqualTo(setback);
    }
  }

  @Test
  void parse_causeOfAnotherVersion_keepsTheWords() {
    String text =
        """
        {"fingerprint": "f", "failures": 4, "skip": 2, "cause": "MOON_PHASE", "reason": "why"}
        """;
    assertThat(Setback.parse(text).last()).isEqualTo(Failure.of(FailureCause.UNEXPECTED, "why"));
  }

  private static Failure why(String reason) {
    return Failure.of(FailureCause.INVALID_RECORD, reason);
  }
}
