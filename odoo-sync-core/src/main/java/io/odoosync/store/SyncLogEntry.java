package io.odoosync.store;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row of {@code sync_logs}. Immutable, and equal to another entry that holds the same. */
public final class SyncLogEntry {

  /** The longest id of a run, in characters. */
  public static final int MAX_RUN_ID_LENGTH = 100;

  /** The longest message, in characters; a longer one is cut, which its last character shows. */
  public static final int MAX_MESSAGE_LENGTH = 4_000;

  private final Parts parts;

  private SyncLogEntry(Parts parts) {
    this.parts = parts;
  }

  /** A record, so that nothing can be left out when entries are compared and printed. */
  private record Parts(
      Instant at,
      String runId,
      SyncLogLevel level,
      SyncEvent event,
      @Nullable EntityType type,
      @Nullable LocalKey key,
      String message) {}

  /**
   * Starts an entry.
   *
   * @param at when it happened; cut to the millisecond
   * @param runId which run it belongs to; 1 to {@value #MAX_RUN_ID_LENGTH} characters
   * @param level how much it matters
   * @param event what happened
   * @return a builder of an entry about the whole run; the message must be set
   * @throws IllegalArgumentException if the id of the run is empty or too long
   */
  public static Builder builder(Instant at, String runId, SyncLogLevel level, SyncEvent event) {
    return new Builder(at, runId, level, event);
  }

  /**
   * Starts an entry from this one.
   *
   * @return a builder in which everything is as it is here
   */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  /** {@return when it happened, in whole milliseconds} */
  public Instant at() {
    return parts.at;
  }

  /** {@return which run it belongs to} */
  public String runId() {
    return parts.runId;
  }

  /** {@return how much it matters} */
  public SyncLogLevel level() {
    return parts.level;
  }

  /** {@return what happened} */
  public SyncEvent event() {
    return parts.event;
  }

  /** {@return the kind of entity, or {@code null} if the entry is about the whole run} */
  public @Nullable EntityType type() {
    return parts.type;
  }

  /** {@return the local record, or {@code null} if the entry is about a whole stage or run} */
  public @Nullable LocalKey key() {
    return parts.key;
  }

  /** {@return what a person reads; never holds a secret} */
  public String message() {
    return parts.message;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SyncLogEntry entry && parts.equals(entry.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** All that it holds, always in the same order. */
  @Override
  public String toString() {
    return parts.toString().replaceFirst("Parts", "SyncLogEntry");
  }

  /** Collects the parts of a {@link SyncLogEntry}. Not safe for use by several threads. */
  public static final class Builder {
    private final Instant at;
    private final String runId;
    private final SyncLogLevel level;
    private final SyncEvent event;
    private @Nullable EntityType type;
    private @Nullable LocalKey key;
    private @Nullable String message;

    private Builder(Instant at, String runId, SyncLogLevel level, SyncEvent event) {
      this.at = at.truncatedTo(ChronoUnit.MILLIS);
      if (runId.isEmpty() || runId.length() > MAX_RUN_ID_LENGTH) {
        throw new IllegalArgumentException(
            "runId must have 1 to " + MAX_RUN_ID_LENGTH + " characters, but has " + runId.length());
      }
      this.runId = runId;
      this.level = Objects.requireNonNull(level, "level");
      this.event = Objects.requireNonNull(event, "event");
    }

    private Builder(Parts parts) {
      this(parts.at, parts.runId, parts.level, parts.event);
      type = parts.type;
      key = parts.key;
      message = parts.message;
    }

    /** Sets {@link SyncLogEntry#type()}. */
    public Builder type(@Nullable EntityType type) {
      this.type = type;
      return this;
    }

    /** Sets {@link SyncLogEntry#key()}. */
    public Builder key(@Nullable LocalKey key) {
      this.key = key;
      return this;
    }

    /**
     * Sets {@link SyncLogEntry#message()}.
     *
     * @param message cut to {@value SyncLogEntry#MAX_MESSAGE_LENGTH} characters, and without NUL,
     *     which databases refuse in text: a message about one must still get through
     * @return this builder
     */
    public Builder message(String message) {
      this.message = cut(message.replace('\0', '\uFFFD'));
      return this;
    }

    private static String cut(String text) {
      if (text.length() <= MAX_MESSAGE_LENGTH) {
        return text;
      }
      int end = MAX_MESSAGE_LENGTH - 1;
      if (Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      return text.substring(0, end) + "…";
    }

    /**
     * Makes the entry.
     *
     * @return the entry
     * @throws IllegalArgumentException if the message is not set
     */
    public SyncLogEntry build() {
      if (message == null) {
        throw new IllegalArgumentException("message must be set");
      }
      return new SyncLogEntry(new Parts(at, runId, level, event, type, key, message));
    }
  }
}
