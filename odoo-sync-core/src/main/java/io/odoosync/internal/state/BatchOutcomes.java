package io.odoosync.internal.state;

import io.odoosync.LocalKey;
import io.odoosync.report.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/** What became of the records of one batch, as far as it has got. For one thread. */
public final class BatchOutcomes {

  private static final Outcome NOT_YET = new Outcome.NotReached();

  private final Map<LocalKey, Outcome> outcomes = new LinkedHashMap<>();

  /** Sets what became of a record, whatever was said of it before. */
  public void put(LocalKey key, Outcome outcome) {
    outcomes.put(key, outcome);
  }

  /**
   * Adds what a further step made of a record: a failure counts more than what went well, and that
   * more than what was not needed.
   */
  public void add(LocalKey key, Outcome further) {
    if (of(key) instanceof Outcome.Unchanged || further instanceof Outcome.Failed) {
      outcomes.put(key, further);
    }
  }

  /** What became of a record; not reached if nothing was said of it. */
  public Outcome of(LocalKey key) {
    return outcomes.getOrDefault(key, NOT_YET);
  }

  /** Where a record is in Odoo that is in step; nothing for the others. */
  public OptionalLong odooId(LocalKey key) {
    return Outcomes.odooId(of(key));
  }

  /** Visits what was said, in the order in which it was first said. */
  public void forEach(BiConsumer<LocalKey, Outcome> visitor) {
    outcomes.forEach(visitor);
  }
}
