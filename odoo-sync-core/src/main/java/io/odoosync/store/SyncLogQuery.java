package io.odoosync.store;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the sync log to read. What is {@code null} does not narrow the answer.
 *
 * @param runId entries of this run
 * @param type entries about this kind of entity
 * @param key entries about this local record
 * @param minimumLevel entries of this level or above
 * @param from entries at this instant or later
 * @param until entries before this instant
 * @param limit the most entries to return, 1 or more
 */
public record SyncLogQuery(
    @Nullable String runId,
    @Nullable EntityType type,
    @Nullable LocalKey key,
    SyncLogLevel minimumLevel,
    @Nullable Instant from,
    @Nullable Instant until,
    int limit) {

  /** How many entries are returned unless told otherwise: {@value}. */
  public static final int DEFAULT_LIMIT = 1_000;

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if {@code limit} is less than 1
   */
  public SyncLogQuery {
    Objects.requireNonNull(minimumLevel, "minimumLevel");
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, but is " + limit);
    }
  }

  /**
   * The newest entries, whatever they are about.
   *
   * @return a query that each {@code with} method narrows
   */
  public static SyncLogQuery all() {
    return new SyncLogQuery(null, null, null, SyncLogLevel.INFO, null, null, DEFAULT_LIMIT);
  }

  /**
   * Narrows to one run.
   *
   * @param runId the run
   * @return the narrower query
   */
  public SyncLogQuery withRun(String runId) {
    return new SyncLogQuery(runId, type, key, minimumLevel, from, until, limit);
  }

  /**
   * Narrows to one kind of entity.
   *
   * @param type the kind of entity
   * @return the narrower query
   */
  public SyncLogQuery withType(EntityType type) {
    return new SyncLogQuery(runId, type, key, minimumLevel, from, until, limit);
  }

  /**
   * Narrows to one local record.
   *
   * @param key the local record
   * @return the narrower query
   */
  public SyncLogQuery withKey(LocalKey key) {
    return new SyncLogQuery(runId, type, key, minimumLevel, from, until, limit);
  }

  /**
   * Narrows to a level and those above it.
   *
   * @param minimumLevel the lowest level
   * @return the narrower query
   */
  public SyncLogQuery withMinimumLevel(SyncLogLevel minimumLevel) {
    return new SyncLogQuery(runId, type, key, minimumLevel, from, until, limit);
  }

  /**
   * Narrows to a time span.
   *
   * @param from the first instant, or {@code null}
   * @param until the instant after the last, or {@code null}
   * @return the narrower query
   */
  public SyncLogQuery between(@Nullable Instant from, @Nullable Instant until) {
    return new SyncLogQuery(runId, type, key, minimumLevel, from, until, limit);
  }

  /**
   * Sets how many entries are returned at most.
   *
   * @param limit 1 or more
   * @return the changed query
   * @throws IllegalArgumentException if {@code limit} is less than 1
   */
  public SyncLogQuery withLimit(int limit) {
    return new SyncLogQuery(runId, type, key, minimumLevel, from, until, limit);
  }

  /**
   * Whether an entry is among those asked for; the limit plays no part.
   *
   * @param entry the entry
   * @return {@code true} if nothing excludes it
   */
  public boolean matches(SyncLogEntry entry) {
    return (runId == null || runId.equals(entry.runId()))
        && (type == null || type == entry.type())
        && (key == null || key.equals(entry.key()))
        && entry.level().compareTo(minimumLevel) >= 0
        && (from == null || !entry.at().isBefore(from))
        && (until == null || entry.at().isBefore(until));
  }
}
