package io.odoosync.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.CallOutcome;
import io.odoosync.odoo.OdooAuthenticationException;
import io.odoosync.odoo.OdooBusyException;
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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What must hold of the retry decision for all policies, failures, attempts and jitters. */
class RetryDecisionPropertiesTest {

  private static final long LONGEST_MILLIS = Duration.ofDays(1).toMillis();

  @Property
  void decide_unsafeCallOfUnknownOutcome_isNeverRepeated(
      @ForAll("policies") RetryPolicy policy,
      @ForAll @IntRange(min = 1) int attempt,
      @ForAll @DoubleRange(max = 1, maxIncluded = false) double jitter) {
    OdooException unknown = new OdooOutcomeUnknownException("m", null, null);

    assertThat(RetryDecision.decide(unknown, false, attempt, policy, jitter))
        .isEqualTo(new RetryDecision.GiveUp());
  }

  @Property
  void decide_callOfWhichOdooRefusedTheBusiness_isNeverRepeated(
      @ForAll("permanent") OdooException failure,
      @ForAll boolean safe,
      @ForAll("policies") RetryPolicy policy,
      @ForAll @IntRange(min = 1) int attempt,
      @ForAll @DoubleRange(max = 1, maxIncluded = false) double jitter) {
    assertThat(RetryDecision.decide(failure, safe, attempt, policy, jitter))
        .isEqualTo(new RetryDecision.GiveUp());
  }

  @Property
  void decide_anyTransientFailure_triesAsOftenAsThePolicySays(
      @ForAll("transients") OdooException failure,
      @ForAll("policies") RetryPolicy policy,
      @ForAll @IntRange(min = 1, max = 200) int attempt,
      @ForAll @DoubleRange(max = 1, maxIncluded = false) double jitter) {
    boolean repeated =
        RetryDecision.decide(failure, true, attempt, policy, jitter) instanceof RetryDecision.Retry;

    assertThat(repeated).isEqualTo(attempt < policy.maxAttempts());
  }

  @Property
  void decide_anyRetry_waitsWithinTheBounds(
      @ForAll("policies") RetryPolicy policy,
      @ForAll @IntRange(min = 1) int attempt,
      @ForAll @DoubleRange(max = 1, maxIncluded = false) double jitter,
      @ForAll("asked") @Nullable Duration asked) {
    OdooException busy = new OdooBusyException("m", null, asked, null);

    if (RetryDecision.decide(busy, false, attempt, policy, jitter)
        instanceof RetryDecision.Retry retry) {
      assertThat(retry.delay()).isBetween(Duration.ZERO, policy.maxDelay());
      assertThat(retry.delay()).isGreaterThanOrEqualTo(policy.delayAfter(attempt).dividedBy(2));
      assertThat(asked == null || retry.delay().compareTo(asked) >= 0).isTrue();
    }
  }

  @Property
  void decide_moreJitter_neverWaitsShorter(
      @ForAll("policies") RetryPolicy policy,
      @ForAll @IntRange(min = 1) int attempt,
      @ForAll @DoubleRange(max = 1, maxIncluded = false) double one,
      @ForAll @DoubleRange(max = 1, maxIncluded = false) double two) {
    RetryDecision less = decide(policy, attempt, Math.min(one, two));
    RetryDecision more = decide(policy, attempt, Math.max(one, two));

    if (less instanceof RetryDecision.Retry shorter && more instanceof RetryDecision.Retry longer) {
      assertThat(shorter.delay()).isLessThanOrEqualTo(longer.delay());
    }
  }

  @Property
  void delayAfter_furtherAttempts_growUpToTheLimitAndStayThere(
      @ForAll("policies") RetryPolicy policy, @ForAll @IntRange(min = 1) int attempt) {
    Duration delay = policy.delayAfter(attempt);
    Duration next = policy.delayAfter(attempt == Integer.MAX_VALUE ? attempt : attempt + 1);

    assertThat(delay).isBetween(policy.firstDelay(), policy.maxDelay());
    assertThat(next).isGreaterThanOrEqualTo(delay);
    if (delay.equals(policy.maxDelay())) {
      assertThat(next).isEqualTo(policy.maxDelay());
    }
  }

  private static RetryDecision decide(RetryPolicy policy, int attempt, double jitter) {
    OdooException failure = new OdooConnectionException("m", null, null);
    return RetryDecision.decide(failure, true, attempt, policy, jitter);
  }

  @Provide
  Arbitrary<RetryPolicy> policies() {
    Arbitrary<Long> millis = Arbitraries.longs().between(0, LONGEST_MILLIS);
    return Combinators.combine(Arbitraries.integers().between(1, 100), millis, millis)
        .as(
            (attempts, one, two) ->
                new RetryPolicy(
                    attempts,
                    Duration.ofMillis(Math.min(one, two)),
                    Duration.ofMillis(Math.max(one, two))));
  }

  @Provide
  Arbitrary<Duration> asked() {
    return Arbitraries.longs()
        .between(0, 2 * LONGEST_MILLIS)
        .map(Duration::ofMillis)
        .injectNull(0.2);
  }

  @Provide
  Arbitrary<OdooException> permanent() {
    return Arbitraries.of(
        new OdooAuthenticationException("m", null, null),
        new OdooConfigurationException("m", null, null),
        new OdooInterruptedException("m", CallOutcome.UNKNOWN, null),
        new OdooMissingRecordException("m", null, null),
        new OdooPermissionException("m", null, null),
        new OdooRequestException("m", null, null));
  }

  @Provide
  Arbitrary<OdooException> transients() {
    return Arbitraries.of(
        new OdooBusyException("m", null, null, null),
        new OdooConnectionException("m", null, null),
        new OdooOutcomeUnknownException("m", null, null));
  }
}
