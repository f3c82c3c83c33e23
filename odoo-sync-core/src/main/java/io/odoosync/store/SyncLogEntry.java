package io.odoosync.store;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code sync_logs}.
 *
 * @param at when it happened, to the millisecond
 * @param runId which run it belongs to
 * @param level how much it matters
 * @param event what happened
 * @param type the kind of entity, or {@code null} if the entry is about the whole run
 * @param key the local record, or {@code null} if the entry is about a whole stage or run
 * @param message what a person reads; never holds a secret
 */
public record SyncLogEntry(
    Instant at,
    String runId,
    SyncLogLevel level,
    SyncEvent event,
    @Nullable EntityType type,
    @Nullable LocalKey key,
    String message) {

  /** The longest message, in characters; a longer one is cut, which its last character shows. */
  public static final int MAX_MESSAGE_LENGTH = 4_000;

  /** Checks that nothing required is missing, and cuts a message that is too long. */
  public SyncLogEntry {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(event, "event");
    message = storable(Objects.requireNonNull(message, "message"));
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
