package io.odoosync.internal.run;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.state.Settings;
import io.odoosync.plan.SyncPlan;
import java.time.Duration;
import java.util.Optional;

/** Whether a plan can still be carried out, before anything is read. */
final class PlanAge {

  /** How far the clocks of two machines may differ. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private static final String PLAN_AGAIN = "Make a new plan, look at it and carry that out.";

  private PlanAge() {}

  /** Why a plan is not carried out; nothing if it may be. */
  static Optional<Failure> refusal(SyncPlan plan, Settings settings) {
    if (plan.stopped() != null) {
      return refused(
          "the plan is not whole, it stopped: " + plan.stopped(),
          "Mend what stopped it, then plan again.");
    }
    Duration age = Duration.between(plan.plannedAt(), settings.clock().instant());
    if (age.compareTo(settings.rules().planMaxAge()) > 0) {
      return refused(
          "the plan was made at "
              + plan.plannedAt()
              + ", more than "
              + words(settings.rules().planMaxAge())
              + " ago",
          PLAN_AGAIN);
    } else if (age.negated().compareTo(AHEAD) > 0) {
      return refused(
          "the plan says that it was made at " + plan.plannedAt() + ", which is yet to come",
          "Check this machine's clock. " + PLAN_AGAIN);
    }
    return Optional.empty();
  }

  private static Optional<Failure> refused(String reason, String advice) {
    return Optional.of(Failure.of(FailureCause.HELD_BACK, reason, advice));
  }

  private static String words(Duration time) {
    return time.toDays() > 0 && time.equals(Duration.ofDays(time.toDays()))
        ? time.toDays() + " days"
        : time.toString();
  }
}
