package io.odoosync.report;

import io.odoosync.EntityType;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a stage has come.
 *
 * @param type its kind of entity
 * @param done how many records of its source were dealt with, whatever became of them; 0 or more
 * @param total how many records its source gave, at least {@code done}
 * @param elapsed since the stage began
 * @param left how much longer it will take at the pace of the latest records, a tenth of all;
 *     {@code null} before anything is done. What a stage does after its last record, such as
 *     archiving what is gone from the source, is not in it
 */
public record StageProgress(
    EntityType type, long done, long total, Duration elapsed, @Nullable Duration left) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if {@code done} is negative or more than {@code total}
   */
  public StageProgress {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(elapsed, "elapsed");
    if (done < 0 || done > total) {
      throw new IllegalArgumentException("done must be 0 to total, " + total + ", but is " + done);
    }
  }
}
