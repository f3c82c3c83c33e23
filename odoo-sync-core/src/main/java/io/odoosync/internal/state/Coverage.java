package io.odoosync.internal.state;

import io.odoosync.Failure;
import io.odoosync.LocalKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a source were looked over before the first write. All, unless the source or a
 * store failed meanwhile: then a run deals with those that were, and with no other. For one thread.
 */
public final class Coverage {

  private final SeenKeys seen = new SeenKeys();
  private boolean closed;
  private @Nullable Failure failure;
  private @Nullable Throwable thrown;

  /** A record was looked over. */
  public void add(LocalKey key) {
    seen.add(key);
  }

  /** The records that were seen, when looking them over or later. */
  public SeenKeys seen() {
    return seen;
  }

  /** The rest could not be looked over. */
  public void endsBy(Failure why) {
    endsBy(why, null);
  }

  /**
   * The rest could not be looked over.
   *
   * @param cause what was thrown
   */
  public void endsBy(Failure why, @Nullable Throwable cause) {
    if (failure == null) {
      failure = why;
      thrown = cause;
    }
  }

  /** What was found can't be judged, so nothing may be written. */
  public void close(Failure why) {
    endsBy(why);
    closed = true;
  }

  /** Why some records were not looked over; {@code null} if all were. */
  public @Nullable Failure failure() {
    return failure;
  }

  /** Whether a run may deal with a record. */
  public boolean admits(LocalKey key) {
    return failure == null || (!closed && seen.contains(key));
  }

  /** Whether a run may deal with no record at all. */
  public boolean admitsNone() {
    return failure != null && (closed || seen.size() == 0);
  }

  /** The failure, which ends the stage. */
  public StageFailedException failed() {
    return new StageFailedException(Objects.requireNonNull(failure), thrown);
  }
}
