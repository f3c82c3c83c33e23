package io.odoosync.internal.step;

import io.odoosync.report.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of the steps of one record so far: nothing, a change, or a failure, which stays. */
public final class StepResult {

  private @Nullable Outcome outcome;

  /** A step has changed the record in Odoo. */
  public void changed(long odooId) {
    if (outcome == null) {
      outcome = new Outcome.Updated(odooId);
    }
  }

  /** A step failed, or none can be taken. */
  public void failed(Outcome.Failed why) {
    outcome = why;
  }

  /** Whether a step failed. */
  public boolean hasFailed() {
    return outcome instanceof Outcome.Failed;
  }

  /** What the steps made of the record, if they made anything of it. */
  public Optional<Outcome> outcome() {
    return Optional.ofNullable(outcome);
  }
}
