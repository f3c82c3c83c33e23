package io.odoosync.plan;

import io.odoosync.EntityType;
import io.odoosync.SyncEngine;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do, record by record and field by field. Making one writes nothing anywhere. It
 * can be saved as JSON and carried out later by {@link SyncEngine#apply(SyncPlan)}.
 *
 * @param namespace of the engine that made it
 * @param plannedAt when it was made
 * @param types the stages that it covers
 * @param records the records about which there is something to do or to say, in the order of the
 *     run; those that need nothing are not among them
 * @param unchanged how many records need nothing
 * @param stopped why the plan ends early; {@code null} if it does not
 */
public record SyncPlan(
    String namespace,
    Instant plannedAt,
    Set<EntityType> types,
    List<PlannedRecord> records,
    long unchanged,
    @Nullable String stopped) {

  /** Checks that nothing required is missing, and copies the collections. */
  public SyncPlan {
    Objects.requireNonNull(namespace, "namespace");
    Objects.requireNonNull(plannedAt, "plannedAt");
    types = Set.copyOf(types);
    records = List.copyOf(records);
  }

  /**
   * The plan for a machine.
   *
   * @return a JSON object, which {@link #parse} reads. It holds the values of the records
   */
  public String toJson() {
    return SyncPlanJson.write(this);
  }

  /**
   * Reads a saved plan.
   *
   * @param json what {@link #toJson()} gave
   * @return an equal plan
   * @throws IllegalArgumentException if it is something else
   */
  public static SyncPlan parse(String json) {
    return SyncPlanJson.read(json);
  }

  /** The plan as a diff, for people. */
  @Override
  public String toString() {
    String head =
        "plan of "
            + new TreeSet<>(types)
            + ": "
            + records.size()
            + " records, "
            + unchanged
            + " unchanged";
    String body = records.stream().map(record -> "\n" + record).collect(Collectors.joining());
    return head + (stopped == null ? "" : "\nSTOPPED: " + stopped) + body;
  }
}
