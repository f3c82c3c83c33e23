package io.odoosync;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How {@link SyncEngine#runChanges()} finds what changed, and when it looks at everything instead.
 *
 * @param fullAfterRuns every so-manieth call looks at everything; 0 for never
 * @param fullAfter a call that comes so long after the last full run looks at everything; {@code
 *     null} for never
 * @param overlap how far before the last look a change may be dated that was not seen then: longer
 *     than the longest transaction, Odoo's ({@code limit_time_real}, 120 seconds unless set
 *     otherwise) and the host's, since a change is dated by the beginning of its transaction
 */
public record ChangeOptions(int fullAfterRuns, @Nullable Duration fullAfter, Duration overlap) {

  /** How far back is looked unless told otherwise: 150 seconds. */
  public static final Duration DEFAULT_OVERLAP = Duration.ofSeconds(150);

  /** The shortest overlap: 120 seconds, Odoo's own limit of a transaction. */
  public static final Duration MIN_OVERLAP = Duration.ofMinutes(2);

  /** Looks at everything only where it must, with the default overlap. */
  public static final ChangeOptions DEFAULT = new ChangeOptions(0, null, DEFAULT_OVERLAP);

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public ChangeOptions {
    Objects.requireNonNull(overlap, "overlap");
    if (fullAfterRuns < 0) {
      throw new IllegalArgumentException(
          "fullAfterRuns must be at least 0, but is " + fullAfterRuns);
    }
    if (fullAfter != null && (fullAfter.isZero() || fullAfter.isNegative())) {
      throw new IllegalArgumentException("fullAfter must be positive, but is " + fullAfter);
    }
    if (overlap.compareTo(MIN_OVERLAP) < 0) {
      throw new IllegalArgumentException(
          "overlap must be at least " + MIN_OVERLAP + ", but is " + overlap);
    }
  }

  /**
   * The same, with every so-manieth call looking at everything.
   *
   * @param runs 1 or more; 60 for once an hour if there is a call each minute
   * @return the options
   * @throws IllegalArgumentException if it is less than 1
   */
  public ChangeOptions withFullAfterRuns(int runs) {
    if (runs < 1) {
      throw new IllegalArgumentException("fullAfterRuns must be at least 1, but is " + runs);
    }
    return new ChangeOptions(runs, fullAfter, overlap);
  }

  /**
   * The same, with the first call after a time looking at everything, for example once a night.
   *
   * @param time how long after the last full run
   * @return the options
   * @throws IllegalArgumentException if it is not positive
   */
  public ChangeOptions withFullAfter(Duration time) {
    return new ChangeOptions(fullAfterRuns, Objects.requireNonNull(time, "fullAfter"), overlap);
  }

  /**
   * The same with another overlap.
   *
   * @param time see {@link #overlap()}
   * @return the options
   * @throws IllegalArgumentException if it is less than {@link #MIN_OVERLAP}
   */
  public ChangeOptions withOverlap(Duration time) {
    return new ChangeOptions(fullAfterRuns, fullAfter, time);
  }
}
