package io.odoosync.report;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.LocalKey;
import io.odoosync.conflict.Winner;
import io.odoosync.internal.text.Durations;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one stage of a run did. {@link #read()} is the sum of the other counts. Immutable, and equal
 * to another report that holds the same.
 *
 * <p>The engine makes them. A host does so to test what it does with one:
 *
 * <pre>{@code
 * StageReport.builder(EntityType.CONTACT).read(3).created(2).failed(1).build();
 * }</pre>
 */
public final class StageReport {

  /** How many failures a report lists. */
  public static final int MAX_FAILURES = 1_000;

  private final Parts parts;

  private StageReport(Parts parts) {
    this.parts = parts;
  }

  /** A record, so that nothing can be left out when reports are compared. */
  private record Parts(
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
      List<RecordFailure> failures,
      List<String> notices,
      List<LocalKey> notFound) {

    private Parts {
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
  }

  private static long sum(Map<Winner, Long> conflicts) {
    return conflicts.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Starts a report.
   *
   * @param type the kind of entity
   * @return a builder of a report without records, which took no time
   */
  public static Builder builder(EntityType type) {
    return new Builder(type);
  }

  /**
   * Starts a report from this one.
   *
   * @return a builder in which everything is as it is here
   */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  /** {@return the kind of entity} */
  public EntityType type() {
    return parts.type;
  }

  /** {@return records taken from the source} */
  public long read() {
    return parts.read;
  }

  /** {@return records created in Odoo} */
  public long created() {
    return parts.created;
  }

  /** {@return records changed in Odoo} */
  public long updated() {
    return parts.updated;
  }

  /** {@return records that needed nothing} */
  public long unchanged() {
    return parts.unchanged;
  }

  /** {@return local records that were changed as Odoo's had been} */
  public long pulled() {
    return parts.pulled;
  }

  /**
   * {@return records of which both sides had changed the same field, by winner, in the order of
   * {@link Winner}; without winners that do not occur}
   */
  public Map<Winner, Long> conflicts() {
    return parts.conflicts;
  }

  /**
   * Records of which both sides had changed the same field.
   *
   * @return the sum over all winners
   */
  public long conflicted() {
    return sum(parts.conflicts);
  }

  /** {@return records that could not be synced} */
  public long failed() {
    return parts.failed;
  }

  /** {@return records that wait for another one} */
  public long blocked() {
    return parts.blocked;
  }

  /** {@return records that were not tried, because they keep failing} */
  public long quarantined() {
    return parts.quarantined;
  }

  /**
   * {@return records that were read but not dealt with, because the stage stopped or left them out}
   */
  public long notReached() {
    return parts.notReached;
  }

  /** {@return how long the stage took} */
  public Duration duration() {
    return parts.duration;
  }

  /** {@return why the stage stopped early, or {@code null} if it did not} */
  public @Nullable Failure failure() {
    return parts.failure;
  }

  /**
   * {@return the records that are not in step, in the order in which they were met; the first
   * {@value #MAX_FAILURES} only, all of them are in the sync log}
   */
  public List<RecordFailure> failures() {
    return parts.failures;
  }

  /**
   * What there is to say of the server rather than of a record, for example that it lacks a field
   * that records have values for.
   *
   * @return one line for each, in the order in which they were met; empty if there is nothing
   */
  public List<String> notices() {
    return parts.notices;
  }

  /**
   * The records that the run was to deal with and that the host does not have (any more). They were
   * not read, so they count nowhere; what Odoo has of them is left to the next full run.
   *
   * @return their keys in ascending order, the first {@value #MAX_FAILURES} only; empty in a full
   *     run
   */
  public List<LocalKey> notFound() {
    return parts.notFound;
  }

  /**
   * The {@link #failures()} by cause and remedy.
   *
   * @return the groups, in the order of their first records; empty if there are no failures
   */
  public List<FailureGroup> failureGroups() {
    return FailureGroup.of(parts.type, parts.failures);
  }

  /**
   * Whether everything that was read is now in step.
   *
   * @return {@code false} if a record or the stage itself failed, or if a conflict was left open
   */
  public boolean isSuccessful() {
    return parts.failure == null
        && parts.failed == 0
        && parts.blocked == 0
        && parts.quarantined == 0
        && parts.notReached == 0
        && !parts.conflicts.containsKey(Winner.MANUAL);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StageReport report && parts.equals(report.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** One line for a log: everything but {@link #failures()}. */
  @Override
  public String toString() {
    return String.format(
        "%-8s read %d = created %d + updated %d + unchanged %d + pulled %d + conflicts %d%s"
            + " + failed %d + blocked %d + quarantined %d + not reached %d, in %s%s%s",
        parts.type,
        parts.read,
        parts.created,
        parts.updated,
        parts.unchanged,
        parts.pulled,
        conflicted(),
        parts.conflicts.isEmpty() ? "" : " " + parts.conflicts,
        parts.failed,
        parts.blocked,
        parts.quarantined,
        parts.notReached,
        Durations.words(parts.duration),
        parts.notFound.isEmpty() ? "" : "; not found at the host: " + parts.notFound,
        parts.failure == null ? "" : "; stopped: " + parts.failure);
  }

  /** Collects the parts of a {@link StageReport}. Not safe for use by several threads. */
  public static final class Builder {
    private final EntityType type;
    private long read;
    private long created;
    private long updated;
    private long unchanged;
    private long pulled;
    private final Map<Winner, Long> conflicts = new EnumMap<>(Winner.class);
    private long failed;
    private long blocked;
    private long quarantined;
    private long notReached;
    private Duration duration = Duration.ZERO;
    private @Nullable Failure failure;
    private List<RecordFailure> failures = List.of();
    private List<String> notices = List.of();
    private List<LocalKey> notFound = List.of();

    private Builder(EntityType type) {
      this.type = Objects.requireNonNull(type, "type");
    }

    private Builder(Parts parts) {
      this(parts.type);
      read = parts.read;
      created = parts.created;
      updated = parts.updated;
      unchanged = parts.unchanged;
      pulled = parts.pulled;
      conflicts.putAll(parts.conflicts);
      failed = parts.failed;
      blocked = parts.blocked;
      quarantined = parts.quarantined;
      notReached = parts.notReached;
      duration = parts.duration;
      failure = parts.failure;
      failures = parts.failures;
      notices = parts.notices;
      notFound = parts.notFound;
    }

    /** Sets {@link StageReport#read()}, 0 or more. */
    public Builder read(long read) {
      this.read = Counts.checked("read", read);
      return this;
    }

    /** Sets {@link StageReport#created()}, 0 or more. */
    public Builder created(long created) {
      this.created = Counts.checked("created", created);
      return this;
    }

    /** Sets {@link StageReport#updated()}, 0 or more. */
    public Builder updated(long updated) {
      this.updated = Counts.checked("updated", updated);
      return this;
    }

    /** Sets {@link StageReport#unchanged()}, 0 or more. */
    public Builder unchanged(long unchanged) {
      this.unchanged = Counts.checked("unchanged", unchanged);
      return this;
    }

    /** Sets {@link StageReport#pulled()}, 0 or more. */
    public Builder pulled(long pulled) {
      this.pulled = Counts.checked("pulled", pulled);
      return this;
    }

    /**
     * Sets {@link StageReport#conflicts()}.
     *
     * @param conflicts how many conflicts each winner won, 1 or more
     * @return this builder
     * @throws IllegalArgumentException if a number is less than 1
     */
    public Builder conflicts(Map<Winner, Long> conflicts) {
      conflicts.forEach((winner, count) -> Counts.positive("conflicts of " + winner, count));
      this.conflicts.clear();
      this.conflicts.putAll(conflicts);
      return this;
    }

    /** Sets {@link StageReport#failed()}, 0 or more. */
    public Builder failed(long failed) {
      this.failed = Counts.checked("failed", failed);
      return this;
    }

    /** Sets {@link StageReport#blocked()}, 0 or more. */
    public Builder blocked(long blocked) {
      this.blocked = Counts.checked("blocked", blocked);
      return this;
    }

    /** Sets {@link StageReport#quarantined()}, 0 or more. */
    public Builder quarantined(long quarantined) {
      this.quarantined = Counts.checked("quarantined", quarantined);
      return this;
    }

    /** Sets {@link StageReport#notReached()}, 0 or more. */
    public Builder notReached(long notReached) {
      this.notReached = Counts.checked("notReached", notReached);
      return this;
    }

    /** Sets {@link StageReport#duration()}. */
    public Builder duration(Duration duration) {
      this.duration = Objects.requireNonNull(duration, "duration");
      return this;
    }

    /** Sets {@link StageReport#failure()}. */
    public Builder failure(@Nullable Failure failure) {
      this.failure = failure;
      return this;
    }

    /** Sets {@link StageReport#failures()}. */
    public Builder failures(List<RecordFailure> failures) {
      this.failures = List.copyOf(failures);
      return this;
    }

    /** Sets {@link StageReport#notices()}. */
    public Builder notices(List<String> notices) {
      this.notices = List.copyOf(notices);
      return this;
    }

    /** Sets {@link StageReport#notFound()}. */
    public Builder notFound(List<LocalKey> notFound) {
      this.notFound = List.copyOf(notFound);
      return this;
    }

    /**
     * Makes the report.
     *
     * @return the report
     * @throws IllegalArgumentException if {@link StageReport#read()} is not the sum of the other
     *     counts
     */
    public StageReport build() {
      return new StageReport(
          new Parts(
              type,
              read,
              created,
              updated,
              unchanged,
              pulled,
              Collections.unmodifiableMap(new EnumMap<>(conflicts)),
              failed,
              blocked,
              quarantined,
              notReached,
              duration,
              failure,
              failures,
              notices,
              notFound));
    }
  }
}
