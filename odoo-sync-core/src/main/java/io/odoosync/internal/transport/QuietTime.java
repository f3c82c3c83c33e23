package io.odoosync.internal.transport;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a server asked to be left alone: whoever it said that to, all keep to it. */
final class QuietTime {

  private @Nullable Long end;

  /**
   * The server asked for it.
   *
   * @param now in nanoseconds of a clock that only goes forward
   */
  synchronized void ask(long now, Duration time) {
    long asked = now + time.toNanos();
    if (end == null || asked - end > 0) {
      end = asked;
    }
  }

  /** How much of it is left; zero if it is over. */
  synchronized Duration left(long now) {
    if (end != null && end - now <= 0) {
      end = null;
    }
    return end == null ? Duration.ZERO : Duration.ofNanos(end - now);
  }
}
