package io.odoosync.internal.transport;

import static io.odoosync.testing.Property.forAll;
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
import io.odoosync.testing.Gen;
import io.odoosync.testing.Numbers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What must hold of the retry decision for all policies, failures, attempts and jitters. */
class RetryDecisionPropertiesTest {

  /** An attempt that failed, and what is decided about it. */
  private record Attempt(RetryPolicy policy, int number, double jitter) {

    RetryDecision decide(OdooException failure, boolean safe) {
      return RetryDecision.decide(failure, safe, number, policy, jitter);
    }

    Duration delay(OdooException failure) {
      return ((RetryDecision.Retry) decide(failure, true)).delay();
    }

    Attempt withJitter(double other) {
      return new Attempt(policy, number, other);
    }
  }

  private static final int LONGEST_MILLIS = Math.toIntExact(Duration.ofDays(1).toMillis());
  private static final int MOST_ATTEMPTS = 100;

  private static final Gen<Boolean> SAFE = Gen.of(false, true);
  private static final Gen<Double> JITTERS = Numbers.fractions();
  private static final Gen<Duration> DELAYS = millis(LONGEST_MILLIS);

  private static final Gen<RetryPolicy> POLICIES = policies(1);

  private static final Gen<Integer> NUMBERS =
      Gen.oneOf(Numbers.integers(1, 2 * MOST_ATTEMPTS), Numbers.integers(1, Integer.MAX_VALUE));

  private static final Gen<Attempt> ATTEMPTS =
      any -> new Attempt(POLICIES.from(any), NUMBERS.from(any), JITTERS.from(any));

  /** Attempts after which the policy allows a further one. */
  private static final Gen<Attempt> EARLY_ATTEMPTS =
      any -> {
        RetryPolicy policy = policies(2).from(any);
        int number = Numbers.integers(1, policy.maxAttempts() - 1).from(any);
        return new Attempt(policy, number, JITTERS.from(any));
      };

  private static final Gen<OdooBusyException> BUSY =
      Gen.oneOf(
          Gen.of(new OdooBusyException("m", null, null, null)),
          millis(2 * LONGEST_MILLIS)
              .map(asked -> new OdooBusyException("wait " + asked, null, asked, null)));

  private static final Gen<OdooException> PERMANENT =
      Gen.of(
          new OdooAuthenticationException("m", null, null),
          new OdooConfigurationException("m", null, null),
          new OdooInterruptedException("m", CallOutcome.UNKNOWN, null),
          new OdooMissingRecordException("m", null, null),
          new OdooPermissionException("m", null, null),
          new OdooRequestException("m", null, null));

  private static final Gen<OdooException> TRANSIENT =
      Gen.of(
          new OdooBusyException("m", null, null, null),
          new OdooConnectionException("m", null, null),
          new OdooOutcomeUnknownException("m", null, null));

  private static Gen<Duration> millis(int max) {
    return Numbers.integers(0, max).map(Duration::ofMillis);
  }

  private static Gen<RetryPolicy> policies(int minAttempts) {
    Gen<Integer> attempts = Numbers.integers(minAttempts, MOST_ATTEMPTS);
    return any -> {
      Duration one = DELAYS.from(any);
      Duration two = DELAYS.from(any);
      boolean ordered = one.compareTo(two) <= 0;
      return new RetryPolicy(attempts.from(any), ordered ? one : two, ordered ? two : one);
    };
  }

  @Test
  void decide_unsafeCallOfUnknownOutcome_isNeverRepeated() {
    OdooException unknown = new OdooOutcomeUnknownException("m", null, null);
    forAll(
        ATTEMPTS,
        attempt ->
            assertThat(attempt.decide(unknown, false)).isEqualTo(new RetryDecision.GiveUp()));
  }

  @Test
  void decide_callOfWhichOdooRefusedTheBusiness_isNeverRepeated() {
    forAll(
        PERMANENT,
        SAFE,
        ATTEMPTS,
        (failure, safe, attempt) ->
            assertThat(attempt.decide(failure, safe)).isEqualTo(new RetryDecision.GiveUp()));
  }

  @Test
  void decide_anyTransientFailure_triesAsOftenAsThePolicySays() {
    forAll(
        TRANSIENT,
        ATTEMPTS,
        (failure, attempt) ->
            assertThat(attempt.decide(failure, true) instanceof RetryDecision.Retry)
                .isEqualTo(attempt.number() < attempt.policy().maxAttempts()));
  }

  @Test
  void decide_anyRetry_waitsWithinTheBounds() {
    forAll(
        EARLY_ATTEMPTS,
        BUSY,
        (attempt, busy) -> {
          RetryPolicy policy = attempt.policy();
          if (attempt.decide(busy, false) instanceof RetryDecision.Retry retry) {
            Duration asked = busy.retryAfter();
            assertThat(retry.delay())
                .isBetween(Duration.ZERO, policy.maxDelay())
                .isGreaterThanOrEqualTo(policy.delayAfter(attempt.number()).dividedBy(2))
                .isGreaterThanOrEqualTo(asked == null ? Duration.ZERO : asked);
          }
        });
  }

  @Test
  void decide_moreJitter_neverWaitsShorter() {
    OdooException failure = new OdooConnectionException("m", null, null);
    forAll(
        EARLY_ATTEMPTS,
        JITTERS,
        JITTERS,
        (attempt, one, two) ->
            assertThat(attempt.withJitter(Math.min(one, two)).delay(failure))
                .isLessThanOrEqualTo(attempt.withJitter(Math.max(one, two)).delay(failure)));
  }

  @Test
  void delayAfter_furtherAttempts_growUpToTheLimitAndStayThere() {
    forAll(
        POLICIES,
        NUMBERS,
        (policy, attempt) -> {
          Duration delay = policy.delayAfter(attempt);
          Duration next = policy.delayAfter(attempt == Integer.MAX_VALUE ? attempt : attempt + 1);

          assertThat(delay).isBetween(policy.firstDelay(), policy.maxDelay());
          assertThat(next).isGreaterThanOrEqualTo(delay);
          if (delay.equals(policy.maxDelay())) {
            assertThat(next).isEqualTo(policy.maxDelay());
          }
        });
  }
}
