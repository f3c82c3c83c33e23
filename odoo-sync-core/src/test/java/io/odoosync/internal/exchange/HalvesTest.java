package io.odoosync.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.odoo.OdooOutcomeUnknownException;
import io.odoosync.odoo.OdooOutcomeUnknownException.Reason;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.odoo.OdooRequestException.Fault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HalvesTest {

  private final List<Integer> sizes = new ArrayList<>();

  @Test
  void of_questionTooLarge_isAskedInParts() {
    assertThat(Halves.of(List.of(1, 2, 3, 4, 5), some -> answer(some, 2)))
        .containsExactly(1, 2, 3, 4, 5);
    assertThat(sizes).containsExactly(5, 2, 3, 1, 2);
  }

  @Test
  void of_nothing_isNotAsked() {
    assertThat(Halves.of(List.<Integer>of(), some -> answer(some, 2))).isEmpty();
    assertThat(sizes).isEmpty();
  }

  @Test
  void of_oneValueTooLarge_fails() {
    assertThatThrownBy(() -> Halves.of(List.of(1, 2), some -> answer(some, 0)))
        .isInstanceOf(OdooRequestException.class);
    assertThat(sizes).containsExactly(2, 1);
  }

  @Test
  void of_refusedForAnotherReason_isNotAskedAgain() {
    assertThatThrownBy(
            () ->
                Halves.of(
                    List.of(1, 2),
                    some -> {
                      sizes.add(some.size());
                      throw new OdooRequestException("m", "odoo.exceptions.UserError", null);
                    }))
        .isInstanceOf(OdooRequestException.class);
    assertThat(sizes).containsExactly(2);
  }

  private List<Integer> answer(List<Integer> some, int most) {
    sizes.add(some.size());
    if (some.size() > most) {
      throw new OdooRequestException(Fault.TOO_LARGE, "m", null);
    }
    return some;
  }

  @Test
  void pageSize_answerTooLarge_isHalvedAndStaysSo() {
    PageSize size = PageSize.upTo(1_000);
    assertThat(size.<Integer>read(this::atMost300)).isEqualTo(250);
    assertThat(size.records()).isEqualTo(250);
    assertThat(size.<Integer>read(this::atMost300)).isEqualTo(250);
    assertThat(sizes).containsExactly(1_000, 500, 250, 250);
  }

  private Integer atMost300(int records) {
    sizes.add(records);
    if (records > 300) {
      throw unknown(Reason.TOO_LARGE);
    }
    return records;
  }

  @Test
  void pageSize_oneRecordTooLarge_fails() {
    assertThatThrownBy(() -> PageSize.upTo(4).read(records -> failing(Reason.TOO_LARGE)))
        .isInstanceOf(OdooOutcomeUnknownException.class);
  }

  @Test
  void pageSize_failureOfAnotherKind_isNotRepeated() {
    assertThatThrownBy(() -> PageSize.upTo(4).read(records -> failing(Reason.BROKE_OFF)))
        .isInstanceOf(OdooOutcomeUnknownException.class);
    assertThat(sizes).containsExactly(0);
  }

  private Integer failing(Reason reason) {
    sizes.add(0);
    throw unknown(reason);
  }

  private static OdooOutcomeUnknownException unknown(Reason reason) {
    return new OdooOutcomeUnknownException("m", null, reason, null);
  }
}
