package io.odoosync.store;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
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

  /** Parts of which some are changed. */
  private static final class Draft {
    private @Nullable String runId;
    private @Nullable EntityType type;
    private @Nullable LocalKey key;
    private SyncLogLevel minimumLevel;
    private @Nullable Instant from;
    private @Nullable Instant until;
    private @Nullable SyncEvent event;
    private int limit;

    private Draft(Parts parts) {
      runId = parts.runId;
      type = parts.type;
      key = parts.key;
      minimumLevel = parts.minimumLevel;
      from = parts.from;
      until = parts.until;
      event = parts.event;
      limit = parts.limit;
    }
  }

  private SyncLogQuery changed(Consumer<Draft> change) {
    Draft draft = new Draft(parts);
    change.accept(draft);
    return new SyncLogQuery(
        new Parts(
            draft.runId,
            draft.type,
            draft.key,
            draft.minimumLevel,
            draft.from,
            draft.until,
            draft.event,
            draft.limit));
  }

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
    return changed(draft -> draft.runId = runId);
  }

  /**
   * Narrows to one kind of entity.
   *
   * @param type the kind of entity
   * @return the narrower query
   */
  public SyncLogQuery withType(EntityType type) {
    return changed(draft -> draft.type = type);
  }

  /**
   * Narrows to one local record.
   *
   * @param key the local record
   * @return the narrower query
   */
  public SyncLogQuery withKey(LocalKey key) {
    return changed(draft -> draft.key = key);
  }

  /**
   * Narrows to a level and those above it.
   *
   * @param minimumLevel the lowest level
   * @return the narrower query
   */
  public SyncLogQuery withMinimumLevel(SyncLogLevel minimumLevel) {
    Objects.requireNonNull(minimumLevel, "minimumLevel");
    return changed(draft -> draft.minimumLevel = minimumLevel);
  }

  /**
   * Narrows to one event.
   *
   * @param event what happened
   * @return the narrower query
   */
  public SyncLogQuery withEvent(SyncEvent event) {
    return changed(draft -> draft.event = event);
  }

  /**
   * Narrows to a time span.
   *
   * @param from the first instant, or {@code null}
   * @param until the instant after the last, or {@code null}
   * @return the narrower query
   */
  public SyncLogQuery between(@Nullable Instant from, @Nullable Instant until) {
    return changed(
        draft -> {
          draft.from = from;
          draft.until = until;
        });
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
    return changed(draft -> draft.limit = limit);
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
