package io.odoosync.store;

import io.odoosync.EntityType;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.internal.text.VisibleText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row of {@code sync_logs}. Immutable, and equal to another entry that holds the same. */
public final class SyncLogEntry {

  /** The longest id of a run, in characters. */
  public static final int MAX_RUN_ID_LENGTH = 100;

  /**
   * The longest message and the longest advice, in characters; a longer one is cut, which its last
   * character shows.
   */
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
      String message,
      @Nullable FailureCause cause,
      @Nullable String advice,
      @Nullable Long odooId,
      List<String> fields,
      @Nullable FieldConflict conflict,
      @Nullable String report) {}

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

  /** {@return what a program decides by, or {@code null} if nothing failed} */
  public @Nullable FailureCause cause() {
    return parts.cause;
  }

  /** {@return what somebody can do about it, or {@code null} if nothing failed} */
  public @Nullable String advice() {
    return parts.advice;
  }

  /** {@return the database id of the record in Odoo, or {@code null} if there is none to name} */
  public @Nullable Long odooId() {
    return parts.odooId;
  }

  /** {@return the names of Odoo's fields that were changed on either side; mostly none} */
  public List<String> fields() {
    return parts.fields;
  }

  /** {@return the conflict that was settled, every value whole; {@code null} for other events} */
  public @Nullable FieldConflict conflict() {
    return parts.conflict;
  }

  /**
   * {@return the report of a run that ended, as JSON, without its failures, each of which is an
   * entry of its own; {@code null} for other events}
   */
  public @Nullable String report() {
    return parts.report;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SyncLogEntry entry && parts.equals(entry.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** All that it holds, always in the same order; on one line, in which nothing hides. */
  @Override
  public String toString() {
    return VisibleText.of(parts.toString().replaceFirst("Parts", "SyncLogEntry"));
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
    private @Nullable FailureCause cause;
    private @Nullable String advice;
    private @Nullable Long odooId;
    private List<String> fields = List.of();
    private @Nullable FieldConflict conflict;
    private @Nullable String report;

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
      cause = parts.cause;
      advice = parts.advice;
      odooId = parts.odooId;
      fields = parts.fields;
      conflict = parts.conflict;
      report = parts.report;
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
      this.message = storable(message);
      return this;
    }

    /** Sets {@link SyncLogEntry#cause()}. */
    public Builder cause(@Nullable FailureCause cause) {
      this.cause = cause;
      return this;
    }

    /**
     * Sets {@link SyncLogEntry#advice()}.
     *
     * @param advice cut as a message is
     * @return this builder
     */
    public Builder advice(@Nullable String advice) {
      this.advice = advice == null ? null : storable(advice);
      return this;
    }

    /** Sets {@link SyncLogEntry#odooId()}. */
    public Builder odooId(@Nullable Long odooId) {
      this.odooId = odooId;
      return this;
    }

    /**
     * Sets {@link SyncLogEntry#fields()}.
     *
     * @param fields names of letters, digits and underscores
     * @return this builder
     * @throws IllegalArgumentException if one of them is empty or has a comma
     */
    public Builder fields(List<String> fields) {
      for (String field : fields) {
        if (field.isEmpty() || field.contains(",")) {
          throw new IllegalArgumentException("fields must be names, but one is '" + field + "'");
        }
      }
      this.fields = List.copyOf(fields);
      return this;
    }

    /** Sets {@link SyncLogEntry#conflict()}. */
    public Builder conflict(@Nullable FieldConflict conflict) {
      this.conflict = conflict;
      return this;
    }

    /** Sets {@link SyncLogEntry#report()}. */
    public Builder report(@Nullable String report) {
      this.report = report;
      return this;
    }

    private static String storable(String text) {
      return cut(text.replace('\0', '\uFFFD'));
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
      return new SyncLogEntry(
          new Parts(
              at, runId, level, event, type, key, message, cause, advice, odooId, fields, conflict,
              report));
    }
  }
}
