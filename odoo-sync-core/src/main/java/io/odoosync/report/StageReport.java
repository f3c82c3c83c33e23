package io.odoosync.report;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.conflict.Winner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one stage of a run did. {@code read} is the sum of the other counts.
 *
 * @param type the kind of entity
 * @param read records taken from the source
 * @param created records created in Odoo
 * @param updated records changed in Odoo
 * @param unchanged records that needed nothing
 * @param pulled local records that were changed as Odoo's had been
 * @param conflicts records of which both sides had changed the same field, by winner; without
 *     winners that do not occur
 * @param failed records that could not be synced
 * @param blocked records that wait for another one
 * @param quarantined records that were not tried, because they keep failing
 * @param notReached records that were read but not dealt with, because the stage stopped or left
 *     them out
 * @param duration how long the stage took
 * @param failure why the stage stopped early, or {@code null} if it did not
 * @param failures the records that are not in step, in the order in which they were met; the first
 *     {@value #MAX_FAILURES} only, all of them are in the sync log
 */
public record StageReport(
    EntityType type,
    long read,
    long created,
    long updated,
    long unchanged,
    long pulled,
    Map<Winner, Long> conflicts,
    long failed,
    long blocked,
    long quarantined,
    long notReached,
    Duration duration,
    @Nullable Failure failure,
    List<RecordFailure> failures) {

  /** How many failures a report lists. */
  public static final int MAX_FAILURES = 1_000;

  /**
   * Copies the collections and checks that the counts add up.
   *
   * @throws IllegalArgumentException if they do not
   */
  public StageReport {
    conflicts = Map.copyOf(conflicts);
    failures = List.copyOf(failures);
    long sum =
        created
            + updated
            + unchanged
            + pulled
            + sum(conflicts)
            + failed
            + blocked
            + quarantined
            + notReached;
    if (read != sum) {
      throw new IllegalArgumentException(
          type + ": " + read + " records were read, but " + sum + " have an outcome");
    }
  }

  private static long sum(Map<Winner, Long> conflicts) {
    return conflicts.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Records of which both sides had changed the same field.
   *
   * @return the sum over all winners
   */
  public long conflicted() {
    return sum(conflicts);
  }

  /**
   * Whether everything that was read is now in step.
   *
   * @return {@code false} if a record or the stage itself failed, or if a conflict was left open
   */
  public boolean isSuccessful() {
    return failure == null
        && failed == 0
        && blocked == 0
        && quarantined == 0
        && notReached == 0
        && !conflicts.containsKey(Winner.MANUAL);
  }

  /** One line for a log. */
  @Override
  public String toString() {
    return String.format(
        "%-8s read %d = created %d + updated %d + unchanged %d + pulled %d + conflicts %d%s"
            + " + failed %d + blocked %d + quarantined %d + not reached %d, in %s%s",
        type,
        read,
        created,
        updated,
        unchanged,
        pulled,
        conflicted(),
        conflicts.isEmpty() ? "" : " " + new TreeMap<>(conflicts),
        failed,
        blocked,
        quarantined,
        notReached,
        duration,
        failure == null ? "" : "; stopped: " + failure);
  }
}
