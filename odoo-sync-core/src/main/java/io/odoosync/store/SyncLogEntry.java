package io.odoosync.store;

import io.odoosync.EntityType;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code sync_logs}.
 *
 * @param at when it happened; cut to the millisecond
 * @param runId which run it belongs to; 1 to {@value #MAX_RUN_ID_LENGTH} characters
 * @param level how much it matters
 * @param event what happened
 * @param type the kind of entity, or {@code null} if the entry is about the whole run
 * @param key the local record, or {@code null} if the entry is about a whole stage or run
 * @param message what a person reads; never holds a secret
 * @param cause what a program decides by, or {@code null} if nothing failed
 * @param advice what somebody can do about it, or {@code null} if nothing failed
 */
public record SyncLogEntry(
    Instant at,
    String runId,
    SyncLogLevel level,
    SyncEvent event,
    @Nullable EntityType type,
    @Nullable LocalKey key,
    String message,
    @Nullable FailureCause cause,
    @Nullable String advice) {

  /** The longest id of a run, in characters. */
  public static final int MAX_RUN_ID_LENGTH = 100;

  /**
   * The longest message and the longest advice, in characters; a longer one is cut, which its last
   * character shows.
   */
  public static final int MAX_MESSAGE_LENGTH = 4_000;

  /**
   * Checks that nothing required is missing, and cuts the time and a text that is too long.
   *
   * @throws IllegalArgumentException if the id of the run is empty or too long
   */
  public SyncLogEntry {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    if (runId.isEmpty() || runId.length() > MAX_RUN_ID_LENGTH) {
      throw new IllegalArgumentException(
          "runId must have 1 to " + MAX_RUN_ID_LENGTH + " characters, but has " + runId.length());
    }
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(event, "event");
    message = storable(Objects.requireNonNull(message, "message"));
    advice = advice == null ? null : storable(advice);
  }

  /**
   * An entry about what did not fail.
   *
   * @param at when it happened
   * @param runId which run it belongs to
   * @param level how much it matters
   * @param event what happened
   * @param type the kind of entity, or {@code null} if the entry is about the whole run
   * @param key the local record, or {@code null} if the entry is about a whole stage or run
   * @param message what a person reads
   */
  public SyncLogEntry(
      Instant at,
      String runId,
      SyncLogLevel level,
      SyncEvent event,
      @Nullable EntityType type,
      @Nullable LocalKey key,
      String message) {
    this(at, runId, level, event, type, key, message, null, null);
  }

  /**
   * The same entry, about a failure.
   *
   * @param failureCause what a program decides by
   * @param whatToDo what somebody can do about it
   * @return the entry with both
   */
  public SyncLogEntry because(FailureCause failureCause, String whatToDo) {
    return new SyncLogEntry(at, runId, level, event, type, key, message, failureCause, whatToDo);
  }

  /** Databases refuse NUL in text; a message about one must still get through. */
  private static String storable(String message) {
    String text = message.replace('\0', '\uFFFD');
    if (text.length() <= MAX_MESSAGE_LENGTH) {
      return text;
    }
    int end = MAX_MESSAGE_LENGTH - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}
