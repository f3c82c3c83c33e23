package io.odoosync.internal.state;

import io.odoosync.plan.PlannedRecord;
import java.util.ArrayList;
import java.util.List;

/** A plan that is being made. */
public final class PlanDraft {

  private final List<PlannedRecord> records = new ArrayList<>();
  private long unchanged;

  /** Adds what is done about a record. */
  public void add(PlannedRecord planned) {
    records.add(planned);
  }

  /** Counts a record that needs nothing. */
  public void addUnchanged() {
    unchanged++;
  }

  /** What was added, in its order. */
  public List<PlannedRecord> records() {
    return records;
  }

  /** How many records need nothing. */
  public long unchanged() {
    return unchanged;
  }
}
