package io.odoosync.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonShapeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "failed 4 times, since 2026-01-01T10:00:00Z | failed 12 times, since 2026-02-03T00:00:00Z",
        "waits for guest/anna, who failed | waits for guest/luc, who failed",
        "VAT number [FR1] of \"Ada\" is wrong | VAT number [BE] of \"Luc Morel\" is wrong",
        "no mail to ada@example.com | no mail to luc@example.org"
      })
  void of_reasonsThatDifferInTheRecord_isTheSame(String one, String other) {
    assertThat(ReasonShape.of(one)).isEqualTo(ReasonShape.of(other));
  }

  @ParameterizedTest
  @CsvSource({"name is missing, email is missing", "table locked, table gone"})
  void of_otherReasons_isAnother(String one, String other) {
    assertThat(ReasonShape.of(one)).isNotEqualTo(ReasonShape.of(other));
  }

  @Test
  void of_endlessReason_looksAtItsStart() {
    assertThat(ReasonShape.of("x".repeat(1_000_000))).hasSize(300);
  }
}
