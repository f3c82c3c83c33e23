package io.odoosync.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetbackTest {

  @Test
  void again_failureAfterFailure_doublesTheRunsToSkipUpToALimit() {
    Setback setback = Setback.first("f", "why");
    List<Integer> skips = new ArrayList<>();
    for (int failures = 1; failures <= 10; failures++) {
      assertThat(setback.failures()).isEqualTo(failures);
      assertThat(setback.isQuarantined()).isEqualTo(failures >= 3);
      skips.add(setback.runsToSkip());
      setback = setback.again("why " + failures);
    }
    assertThat(skips).containsExactly(0, 0, 1, 2, 4, 8, 16, 32, 32, 32);
  }

  @Test
  void parse_text_givesTheSame() {
    Setback setback = new Setback("f", 4, 2, "\"quoted\"\nreason \0");
    assertThat(Setback.parse(setback.text())).isEqualTo(setback);
  }
}
