package io.odoosync.internal.state;

import io.odoosync.report.Outcome;
import java.util.OptionalLong;

/** Reads outcomes. */
public final class Outcomes {

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
}
