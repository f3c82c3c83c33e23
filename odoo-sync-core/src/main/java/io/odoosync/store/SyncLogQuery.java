package io.odoosync.store;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the sync log to read: {@link #all()}, narrowed by the {@code with} methods.
 * Immutable, and equal to another query that asks for the same.
 */
public final class SyncLogQuery {

  /** How many entries are returned unless told otherwise: {@value}. */
  public static final int DEFAULT_LIMIT = 1_000;

  private static final SyncLogQuery ALL =
      new SyncLogQuery(
          new Parts(null, null, null, SyncLogLevel.INFO, null, null, null, DEFAULT_LIMIT));

  private final Parts parts;

  private SyncLogQuery(Parts parts) {
    this.parts = parts;
  }

  /** A record, so that nothing can be left out when queries are compared and printed. */
  private record Parts(
      @Nullable String runId,
      @Nullable EntityType type,
      @Nullable LocalKey key,
      SyncLogLevel minimumLevel,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable SyncEvent event,
      int limit) {}

  /**
   * The newest entries of any level, whatever they are about, {@value #DEFAULT_LIMIT} at most.
   *
   * @return a query that each {@code with} method narrows
   */
  public static SyncLogQuery all() {
    return ALL;
  }

  /**
   * Narrows to one run.
   *
   * @param runId the run
   * @return the narrower query
   */
  public SyncLogQuery withRun(String runId) {
    return new SyncLogQuery(
        new Parts(
            runId,
            parts.type,
            parts.key,
            parts.minimumLevel,
            parts.from,
            parts.until,
            parts.event,
            parts.limit));
  }

  /**
   * Narrows to one kind of entity.
   *
   * @param type the kind of entity
   * @return the narrower query
   */
  public SyncLogQuery withType(EntityType type) {
    return new SyncLogQuery(
        new Parts(
            parts.runId,
            type,
            parts.key,
            parts.minimumLevel,
            parts.from,
            parts.until,
            parts.event,
            parts.limit));
  }

  /**
   * Narrows to one local record.
   *
   * @param key the local record
   * @return the narrower query
   */
  public SyncLogQuery withKey(LocalKey key) {
    return new SyncLogQuery(
        new Parts(
            parts.runId,
            parts.type,
            key,
            parts.minimumLevel,
            parts.from,
            parts.until,
            parts.event,
            parts.limit));
  }

  /**
   * Narrows to a level and those above it.
   *
   * @param minimumLevel the lowest level
   * @return the narrower query
   */
  public SyncLogQuery withMinimumLevel(SyncLogLevel minimumLevel) {
    Objects.requireNonNull(minimumLevel, "minimumLevel");
    return new SyncLogQuery(
        new Parts(
            parts.runId,
            parts.type,
            parts.key,
            minimumLevel,
            parts.from,
            parts.until,
            parts.event,
            parts.limit));
  }

  /**
   * Narrows to one event.
   *
   * @param event what happened
   * @return the narrower query
   */
  public SyncLogQuery withEvent(SyncEvent event) {
    return new SyncLogQuery(
        new Parts(
            parts.runId,
            parts.type,
            parts.key,
            parts.minimumLevel,
            parts.from,
            parts.until,
            event,
            parts.limit));
  }

  /**
   * Narrows to a time span.
   *
   * @param from the first instant, or {@code null}
   * @param until the instant after the last, or {@code null}
   * @return the narrower query
   */
  public SyncLogQuery between(@Nullable Instant from, @Nullable Instant until) {
    return new SyncLogQuery(
        new Parts(
            parts.runId,
            parts.type,
            parts.key,
            parts.minimumLevel,
            from,
            until,
            parts.event,
            parts.limit));
  }

  /**
   * Sets how many entries are returned at most.
   *
   * @param limit 1 or more
   * @return the changed query
   * @throws IllegalArgumentException if {@code limit} is less than 1
   */
  public SyncLogQuery withLimit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, but is " + limit);
    }
    return new SyncLogQuery(
        new Parts(
            parts.runId,
            parts.type,
            parts.key,
            parts.minimumLevel,
            parts.from,
            parts.until,
            parts.event,
            limit));
  }

  /** {@return entries of this run only; of all runs if {@code null}} */
  public @Nullable String runId() {
    return parts.runId;
  }

  /** {@return entries about this kind of entity only; about all if {@code null}} */
  public @Nullable EntityType type() {
    return parts.type;
  }

  /** {@return entries about this local record only; about all if {@code null}} */
  public @Nullable LocalKey key() {
    return parts.key;
  }

  /** {@return entries of this level or above} */
  public SyncLogLevel minimumLevel() {
    return parts.minimumLevel;
  }

  /** {@return entries at this instant or later; since ever if {@code null}} */
  public @Nullable Instant from() {
    return parts.from;
  }

  /** {@return entries before this instant; without end if {@code null}} */
  public @Nullable Instant until() {
    return parts.until;
  }

  /** {@return entries of this event only; of all if {@code null}} */
  public @Nullable SyncEvent event() {
    return parts.event;
  }

  /** {@return the most entries to return, 1 or more} */
  public int limit() {
    return parts.limit;
  }

  /**
   * Whether an entry is among those asked for; the limit plays no part.
   *
   * @param entry the entry
   * @return {@code true} if nothing excludes it
   */
  public boolean matches(SyncLogEntry entry) {
    return (parts.runId == null || parts.runId.equals(entry.runId()))
        && (parts.type == null || parts.type == entry.type())
        && (parts.key == null || parts.key.equals(entry.key()))
        && (parts.event == null || parts.event == entry.event())
        && entry.level().compareTo(parts.minimumLevel) >= 0
        && (parts.from == null || !entry.at().isBefore(parts.from))
        && (parts.until == null || entry.at().isBefore(parts.until));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SyncLogQuery query && parts.equals(query.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** All that it asks for, always in the same order. */
  @Override
  public String toString() {
    return parts.toString().replaceFirst("Parts", "SyncLogQuery");
  }
}
