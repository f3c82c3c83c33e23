package io.odoosync.report;

import io.odoosync.EntityType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one stage of a run did. {@code read} is the sum of the other counts.
 *
 * @param type the kind of entity
 * @param read records taken from the source
 * @param created records created in Odoo
 * @param updated records changed in Odoo
 * @param unchanged records that needed nothing
 * @param failed records that could not be synced
 * @param blocked records that wait for another one
 * @param notReached records that were read but not dealt with, because the stage stopped
 * @param duration how long the stage took
 * @param failure why the stage stopped early, or {@code null} if it did not
 * @param failures the failed and blocked records, in the order in which they failed; the first
 *     {@value #MAX_FAILURES} only, all of them are in the sync log
 */
public record StageReport(
    EntityType type,
    long read,
    long created,
    long updated,
    long unchanged,
    long failed,
    long blocked,
    long notReached,
    Duration duration,
    @Nullable String failure,
    List<RecordFailure> failures) {

  /** How many failures a report lists. */
  public static final int MAX_FAILURES = 1_000;

  /**
   * Copies the failures and checks that the counts add up.
   *
   * @throws IllegalArgumentException if they do not
   */
  public StageReport {
    failures = List.copyOf(failures);
    long sum = created + updated + unchanged + failed + blocked + notReached;
    if (read != sum) {
      throw new IllegalArgumentException(
          type + ": " + read + " records were read, but " + sum + " have an outcome");
    }
  }

  /**
   * Whether everything that was read is now in step.
   *
   * @return {@code false} if a record or the stage itself failed
   */
  public boolean isSuccessful() {
    return failure == null && failed == 0 && blocked == 0 && notReached == 0;
  }

  /** One line for a log. */
  @Override
  public String toString() {
    return String.format(
        "%-8s read %d = created %d + updated %d + unchanged %d + failed %d + blocked %d"
            + " + not reached %d, in %s%s",
        type,
        read,
        created,
        updated,
        unchanged,
        failed,
        blocked,
        notReached,
        duration,
        failure == null ? "" : "; stopped: " + failure);
  }
}
