package io.odoosync.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an exception says of the call that failed. */
class AttemptsInWordsTest {

  private static final MethodCall WRITE = MethodCall.of("res.partner", "write");

  private static OdooException busy() {
    return new OdooBusyException("Odoo is busy", null, Duration.ofSeconds(3), null);
  }

  @Test
  void getMessage_triedOnce_isTheReasonAlone() {
    assertThat(busy()).hasMessage("Odoo is busy");
    assertThat(busy().of(WRITE, 1)).hasMessage("Odoo is busy");
  }

  @Test
  void getMessage_triedAgain_saysHowOften() {
    OdooException failed = busy().of(WRITE, 3);
    assertThat(failed).hasMessage("Odoo is busy (tried 3 times)");
    assertThat(failed.attempts()).isEqualTo(3);
  }

  @Test
  void modelAndMethod_callThatFailed_areItsOwn() {
    OdooException failed = busy().of(WRITE, 1);
    assertThat(failed.model()).isEqualTo("res.partner");
    assertThat(failed.method()).isEqualTo("write");
    assertThat(busy().model()).isNull();
    assertThat(busy().method()).isNull();
  }

  @Test
  void retryAfter_asOdooAsked_isThat() {
    assertThat(new OdooBusyException("busy", null, Duration.ofSeconds(3), null).retryAfter())
        .isEqualTo(Duration.ofSeconds(3));
    assertThat(new OdooBusyException("busy", null, null, null).retryAfter()).isNull();
  }

  @Test
  void outcome_unknown_isSafeToRepeatIfTheCallIs() {
    OdooOutcomeUnknownException unknown = new OdooOutcomeUnknownException("lost", null, null);
    assertThat(unknown.isSafeToRepeat()).isFalse();
    assertThat(unknown.outcome()).isEqualTo(CallOutcome.UNKNOWN);
    unknown.of(WRITE, 1);
    assertThat(unknown.isSafeToRepeat()).isFalse();
    assertThat(unknown.advice()).contains("Read back");
    unknown.of(WRITE.safeToRepeat(), 1);
    assertThat(unknown.isSafeToRepeat()).isTrue();
    assertThat(busy().outcome()).isEqualTo(CallOutcome.NOT_DONE);
  }
}
