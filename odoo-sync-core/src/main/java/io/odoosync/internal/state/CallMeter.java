package io.odoosync.internal.state;

import io.odoosync.Environment;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.state.CallAllowance.Spent;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.odoo.CallGuard;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.BudgetUse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts one run's calls against the budget of all, and lets them wait where that is spent for the
 * minute. Waiting is progress: it is meant, so the run keeps its lock. For one thread.
 */
public final class CallMeter implements CallGuard, AutoCloseable {

  private static final SafeLog LOG = SafeLog.of(CallMeter.class);

  /** So long at a time, so that a run that is cancelled does not wait for the minute's end. */
  private static final Duration NAP = Duration.ofSeconds(1);

  /** No minute lasts longer, unless the clock stands still. */
  private static final Duration LONGEST_MINUTE = Duration.ofSeconds(90);

  private final @Nullable CallAllowance allowance;
  private final Environment environment;
  private final RunControl control;
  private long calls;
  private Duration waited = Duration.ZERO;

  /** Counts for one run. */
  public CallMeter(Settings settings, RunControl control) {
    this.allowance = settings.flow().allowance();
    this.environment = settings.environment();
    this.control = control;
  }

  /** The same client with its calls counted; before it is said what else stands before them. */
  public OdooClient over(OdooClient client) {
    return allowance == null ? client : client.guardedBy(this);
  }

  /**
   * {@inheritDoc}
   *
   * @throws RunStoppedException if the day's calls are spent, or if the run is to end
   */
  @Override
  public void beforeAttempt(MethodCall call) {
    if (allowance == null) {
      return;
    }
    Optional<Spent> spent = allowance.take();
    Duration before = waited;
    while (spent.isPresent()) {
      requirePatience(allowance, spent.get(), waited.minus(before));
      rest(spent.get().untilNext());
      spent = allowance.take();
    }
    calls++;
  }

  private void requirePatience(CallAllowance spending, Spent spent, Duration waiting) {
    control.checkCancelled();
    if (spent.isOfDay()) {
      throw stop(
          FailureCause.HELD_BACK,
          "the budget of "
              + spending.budget().day()
              + " calls a day is spent, by all nodes together",
          "Run again when the next day has begun in UTC, or raise the callBudget.");
    } else if (waiting.compareTo(LONGEST_MINUTE) > 0) {
      throw stop(
          FailureCause.HOST_FAULT,
          "the calls of this minute are spent, and the engine's clock does not reach the next one:"
              + " it says "
              + spent.minute(),
          "Give the engine a clock that goes.");
    } else if (waiting.isZero()) {
      LOG.debug("the budget of {} calls a minute is spent: waiting", spending.budget().minute());
    }
  }

  private static RunStoppedException stop(FailureCause cause, String reason, String advice) {
    return new RunStoppedException(Failure.of(cause, reason, advice), null);
  }

  private void rest(Duration untilNext) {
    Duration nap = untilNext.compareTo(NAP) < 0 ? untilNext : NAP;
    try {
      environment.sleep(nap);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    waited = waited.plus(nap);
    control.progressed();
  }

  /** What was used; {@code null} if there is no budget. */
  public @Nullable BudgetUse use() {
    return allowance == null
        ? null
        : new BudgetUse(
            allowance.budget().minute(),
            allowance.budget().day(),
            calls,
            allowance.today(),
            waited);
  }

  /** Gives back what is not needed. If the store fails, that is lost until the day is over. */
  @Override
  public void close() {
    if (allowance == null) {
      return;
    }
    try {
      allowance.giveBack();
    } catch (StageFailedException e) {
      LOG.warn("reserved calls could not be given back: {}", e.failure());
    }
  }
}
