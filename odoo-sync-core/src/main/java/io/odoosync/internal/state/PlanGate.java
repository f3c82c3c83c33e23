package io.odoosync.internal.state;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.plan.SyncPlan;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a run do what was planned, and nothing else. */
public final class PlanGate {

  private static final String NOT_PLANNED = "it was not in the plan, but has moved since";
  private static final String MOVED = "it has moved since it was planned. Then: ";

  private final Map<EntityType, Map<LocalKey, PlannedRecord>> planned = new HashMap<>();

  public PlanGate(SyncPlan plan) {
    plan.records()
        .forEach(
            record ->
                planned
                    .computeIfAbsent(record.type(), type -> new HashMap<>())
                    .put(record.key(), record));
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
    String what = "now: " + now;
    return Optional.of(then == null ? NOT_PLANNED + "; " + what : MOVED + then + "; " + what);
  }
}
