package io.odoosync.internal.state;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.conflict.Winner;
import io.odoosync.report.Outcome;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.RecordFailure.Kind;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads outcomes. */
public final class Outcomes {

  private static final String RELEASE =
      " It is tried again once it changes, or is released with release(…).";

  private static final String DECIDE =
      "Make both sides equal, or change one of them after agreeing on it.";

  private Outcomes() {}

  /** The Odoo record of an outcome after which there is one that is in step. */
  public static OptionalLong odooId(Outcome outcome) {
    if (outcome instanceof Outcome.Created created) {
      return OptionalLong.of(created.odooId());
    } else if (outcome instanceof Outcome.Updated updated) {
      return OptionalLong.of(updated.odooId());
    } else if (outcome instanceof Outcome.Unchanged unchanged) {
      return OptionalLong.of(unchanged.odooId());
    } else if (outcome instanceof Outcome.Pulled pulled) {
      return OptionalLong.of(pulled.odooId());
    } else if (outcome instanceof Outcome.Conflicted conflicted) {
      return OptionalLong.of(conflicted.odooId());
    }
    return OptionalLong.empty();
  }

  /** Why a record is not in step; nothing for one that is, or that was not come to. */
  public static Optional<Failure> failure(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      return Optional.of(failed.failure());
    } else if (outcome instanceof Outcome.Blocked blocked) {
      return Optional.of(Failure.of(FailureCause.WAITING_FOR_RECORD, blocked.reason()));
    } else if (outcome instanceof Outcome.Quarantined held) {
      return Optional.of(quarantined(held));
    } else if (outcome instanceof Outcome.Conflicted conflict
        && conflict.winner() == Winner.MANUAL) {
      return Optional.of(Failure.of(FailureCause.CONTRADICTION, conflict.reason(), DECIDE));
    } else if (outcome instanceof Outcome.NotReached left) {
      return Optional.ofNullable(left.failure());
    }
    return Optional.empty();
  }

  /** How a report lists a record that is not in step; nothing for one that is. */
  public static Optional<RecordFailure> listed(LocalKey key, Outcome outcome) {
    return failure(outcome).map(failure -> new RecordFailure(key, kind(outcome), failure));
  }

  private static Kind kind(Outcome outcome) {
    if (outcome instanceof Outcome.Failed) {
      return Kind.FAILED;
    } else if (outcome instanceof Outcome.Blocked) {
      return Kind.BLOCKED;
    } else if (outcome instanceof Outcome.Quarantined) {
      return Kind.QUARANTINED;
    }
    return outcome instanceof Outcome.Conflicted ? Kind.CONFLICT : Kind.LEFT_OUT;
  }

  /** How often it failed, when it is tried again, and why it failed last. */
  private static Failure quarantined(Outcome.Quarantined held) {
    Failure last = held.failure();
    return new Failure(
        last.cause(),
        "failed "
            + held.failures()
            + " times in a row, not tried in "
            + (held.runsToSkip() + 1)
            + " runs from this one on unless it changes: "
            + last.reason(),
        last.advice() + RELEASE,
        last.odooError(),
        last.model(),
        last.method());
  }
}
