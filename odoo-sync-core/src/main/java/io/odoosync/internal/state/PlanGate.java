package io.odoosync.internal.state;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.plan.SyncPlan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets a run do what was planned, and nothing else. */
public final class PlanGate {

  /** The step of a record that the host does not have any more, in a plan's words. */
  public static final String ARCHIVE = "archive";

  /** The step of a record that was archived and that the host has again, in a plan's words. */
  public static final String RESTORE = "bring back from the archive";

  private static final String NOT_PLANNED = "it was not in the plan, but has moved since";
  private static final String MOVED = "it has moved since it was planned. Then: ";

  private final Map<EntityType, Map<LocalKey, PlannedRecord>> planned = new HashMap<>();
  private final Set<PlannedRecord> gone = new HashSet<>();

  public PlanGate(SyncPlan plan) {
    plan.records().forEach(this::add);
  }

  private void add(PlannedRecord record) {
    if (record.steps().equals(List.of(ARCHIVE)) || record.steps().equals(List.of(RESTORE))) {
      gone.add(record);
    } else {
      planned.computeIfAbsent(record.type(), type -> new HashMap<>()).put(record.key(), record);
    }
  }

  /** Whether this is to be done about a record that is gone, or is back. */
  public boolean allows(PlannedRecord now) {
    return gone.contains(now);
  }

  /**
   * Why a record must be left out.
   *
   * @param now what would be done about it now; {@code null} if nothing
   * @return nothing if that is what was planned
   */
  public Optional<String> refusal(EntityType type, LocalKey key, @Nullable PlannedRecord now) {
    PlannedRecord then = planned.getOrDefault(type, Map.of()).get(key);
    if (now == null || now.equals(then)) {
      return Optional.empty();
    }
    String what = "now: " + line(now);
    return Optional.of(then == null ? NOT_PLANNED + "; " + what : MOVED + line(then) + "; " + what);
  }

  private static String line(PlannedRecord record) {
    return record.toString().replaceAll("\n *", "; ");
  }
}
