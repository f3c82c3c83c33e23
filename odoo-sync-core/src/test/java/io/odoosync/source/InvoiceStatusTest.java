package io.odoosync.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.odoosync.LocalKey;
import io.odoosync.source.InvoiceStatus.PaymentState;
import io.odoosync.source.InvoiceStatus.State;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceStatusTest {

  @ParameterizedTest
  @CsvSource({
    "draft, DRAFT",
    "posted, POSTED",
    "cancel, CANCELLED",
    "sealed, UNKNOWN",
    "'', UNKNOWN"
  })
  void state_wordOfOdoo_isKnownOrUnknown(String inOdoo, State state) {
    InvoiceStatus status = status().stateInOdoo(inOdoo).build();
    assertThat(status.state()).isEqualTo(state);
    assertThat(status.stateInOdoo()).isEqualTo(inOdoo);
    assertThat(status.isPosted()).isEqualTo(state == State.POSTED);
  }

  @ParameterizedTest
  @CsvSource({
    "not_paid, NOT_PAID, false",
    "in_payment, IN_PAYMENT, false",
    "paid, PAID, true",
    "partial, PARTIAL, false",
    "reversed, REVERSED, true",
    "blocked, BLOCKED, false",
    "invoicing_legacy, INVOICING_LEGACY, false",
    "pawned, UNKNOWN, false"
  })
  void paymentState_wordOfOdoo_isKnownOrUnknown(
      String inOdoo, PaymentState state, boolean settled) {
    InvoiceStatus status = status().paymentStateInOdoo(inOdoo).build();
    assertThat(status.paymentState()).isEqualTo(state);
    assertThat(status.paymentStateInOdoo()).isEqualTo(inOdoo);
    assertThat(status.isSettled()).isEqualTo(settled);
  }

  @Test
  void state_constant_isOdoosWord() {
    InvoiceStatus status =
        status().state(State.CANCELLED).paymentState(PaymentState.IN_PAYMENT).build();
    assertThat(status.stateInOdoo()).isEqualTo("cancel");
    assertThat(status.paymentStateInOdoo()).isEqualTo("in_payment");
  }

  @Test
  void state_unknownConstant_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> status().state(State.UNKNOWN))
        .withMessage("state must not be UNKNOWN: give Odoo's word to stateInOdoo");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> status().paymentState(PaymentState.UNKNOWN))
        .withMessage("paymentState must not be UNKNOWN: give Odoo's word to paymentStateInOdoo");
  }

  @Test
  void build_somethingMissing_namesIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(InvoiceStatus.builder(LocalKey.of("invoice", 1), 7)::build)
        .withMessage("state must be set");
  }

  @Test
  void residual_trailingZeros_makeNoDifference() {
    assertThat(status().residual(new BigDecimal("10.00")).build())
        .isEqualTo(status().residual(new BigDecimal("10")).build());
  }

  private static InvoiceStatus.Builder status() {
    return InvoiceStatus.builder(LocalKey.of("invoice", 1), 7)
        .state(State.DRAFT)
        .paymentState(PaymentState.NOT_PAID)
        .residual(BigDecimal.ZERO);
  }
}
