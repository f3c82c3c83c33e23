package io.odoosync.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.odoo.CallOutcome;
import io.odoosync.odoo.OdooAuthenticationException;
import io.odoosync.odoo.OdooBusyException;
import io.odoosync.odoo.OdooCertificateException;
import io.odoosync.odoo.OdooConfigurationException;
import io.odoosync.odoo.OdooConnectionException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooInterruptedException;
import io.odoosync.odoo.OdooMissingRecordException;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import io.odoosync.odoo.OdooPermissionException;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.odoo.RetryPolicy;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RetryDecisionTest {

  private static final RetryPolicy POLICY =
      new RetryPolicy(4, Duration.ofMillis(500), Duration.ofSeconds(30));

  @ParameterizedTest
  @MethodSource
  void decide_failureAndSafety_retriesOnlyWhatDoesNoHarm(
      OdooException failure, boolean unsafeIsRepeated, boolean safeIsRepeated) {
    assertThat(decide(failure, false, 1) instanceof RetryDecision.Retry)
        .as("unsafe")
        .isEqualTo(unsafeIsRepeated);
    assertThat(decide(failure, true, 1) instanceof RetryDecision.Retry)
        .as("safe")
        .isEqualTo(safeIsRepeated);
  }

  static Stream<Arguments> decide_failureAndSafety_retriesOnlyWhatDoesNoHarm() {
    return Stream.of(
        Arguments.of(new OdooAuthenticationException("m", null, null), false, false),
        Arguments.of(busy(null), true, true),
        Arguments.of(new OdooCertificateException("m", "Renew it.", null), false, false),
        Arguments.of(new OdooConfigurationException("m", null, null), false, false),
        Arguments.of(new OdooConnectionException("m", null, null), true, true),
        Arguments.of(new OdooInterruptedException("m", CallOutcome.UNKNOWN, null), false, false),
        Arguments.of(new OdooMissingRecordException("m", null, null), false, false),
        Arguments.of(new OdooOutcomeUnknownException("m", null, null), false, true),
        Arguments.of(new OdooPermissionException("m", null, null), false, false),
        Arguments.of(new OdooRequestException("m", null, null), false, false));
  }

  @Test
  void decide_tableOfFailures_namesEverySubclass() {
    Stream<Object> tested =
        decide_failureAndSafety_retriesOnlyWhatDoesNoHarm().map(row -> row.get()[0].getClass());
    assertThat(tested)
        .containsExactlyInAnyOrder((Object[]) OdooException.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @CsvSource({"1, true", "2, true", "3, true", "4, false", "5, false"})
  void decide_attempts_stopsAtTheLimit(int attempt, boolean repeated) {
    assertThat(decide(busy(null), false, attempt) instanceof RetryDecision.Retry)
        .isEqualTo(repeated);
  }

  @Test
  void decide_policyNever_givesUpAfterTheFirstAttempt() {
    assertThat(RetryDecision.decide(busy(null), true, 1, RetryPolicy.NEVER, 0))
        .isEqualTo(new RetryDecision.GiveUp());
  }

  @ParameterizedTest
  @CsvSource({
    // attempt, jitter, delay in ms: from the half (inclusive) to the whole (exclusive)
    "1, 0.0, 250",
    "1, 0.5, 375",
    "1, 0.999999, 499",
    "2, 0.0, 500",
    "2, 0.999999, 999",
    "3, 0.0, 1000"
  })
  void decide_jitter_spreadsTheDelayOverItsUpperHalf(
      int attempt, double jitter, long milliseconds) {
    assertThat(delay(RetryDecision.decide(busy(null), true, attempt, POLICY, jitter)).toMillis())
        .isEqualTo(milliseconds);
  }

  @ParameterizedTest
  @CsvSource({
    // asked by the server in ms, delay in ms (the back-off is 250 ms)
    "0, 250",
    "100, 250",
    "250, 250",
    "251, 251",
    "30000, 30000"
  })
  void decide_retryAfter_waitsAtLeastAsLongAsAsked(long asked, long milliseconds) {
    RetryDecision decision =
        RetryDecision.decide(busy(Duration.ofMillis(asked)), false, 1, POLICY, 0);
    assertThat(delay(decision).toMillis()).isEqualTo(milliseconds);
  }

  @Test
  void decide_retryAfterBeyondMaxDelay_givesUp() {
    RetryDecision decision =
        RetryDecision.decide(busy(Duration.ofMillis(30_001)), true, 1, POLICY, 0);
    assertThat(decision).isEqualTo(new RetryDecision.GiveUp());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 500",
    "2, 1000",
    "3, 2000",
    "6, 16000",
    "7, 30000",
    "8, 30000",
    "31, 30000",
    "1000, 30000",
    "2147483647, 30000"
  })
  void delayAfter_furtherAttempts_doublesUpToMaxDelay(int attempt, long milliseconds) {
    assertThat(POLICY.delayAfter(attempt)).isEqualTo(Duration.ofMillis(milliseconds));
  }

  @Test
  void delayAfter_noFirstDelay_staysZero() {
    RetryPolicy policy = new RetryPolicy(9, Duration.ZERO, Duration.ofSeconds(30));
    assertThat(policy.delayAfter(8)).isZero();
  }

  @Test
  void delayAfter_longestDelayAllowed_doesNotOverflow() {
    Duration day = Duration.ofDays(1);
    assertThat(new RetryPolicy(99, day, day).delayAfter(98)).isEqualTo(day);
  }

  @Test
  void policy_badNumbers_areRefusedByName() {
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(() -> new RetryPolicy(0, second, second))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxAttempts must be at least 1, but is 0");
    assertThatThrownBy(() -> new RetryPolicy(1, second.negated(), second))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 <= firstDelay <= maxDelay");
    assertThatThrownBy(() -> new RetryPolicy(1, second, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT1S and PT0S");
    assertThatThrownBy(() -> new RetryPolicy(1, second, Duration.ofSeconds(Long.MAX_VALUE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maxDelay");
  }

  private static OdooBusyException busy(@Nullable Duration retryAfter) {
    return new OdooBusyException("m", null, retryAfter, null);
  }

  private static RetryDecision decide(OdooException failure, boolean safe, int attempt) {
    return RetryDecision.decide(failure, safe, attempt, POLICY, 0.5);
  }

  private static Duration delay(RetryDecision decision) {
    assertThat(decision).isInstanceOf(RetryDecision.Retry.class);
    return ((RetryDecision.Retry) decision).delay();
  }
}
