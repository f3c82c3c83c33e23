package io.odoosync.internal.text;

import java.time.Duration;

/** Durations as people read them: {@code 0.2 s}, {@code 3 min 12 s}, {@code 2 h 5 min}. */
public final class Durations {

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Durations() {}

  /** The duration in one or two units; what is finer than that is rounded. */
  public static String words(Duration duration) {
    if (duration.isNegative()) {
      return "-" + words(duration.abs());
    }
    if (duration.compareTo(Duration.ofMillis(50)) < 0) {
      return duration.toMillis() == 0 ? "0 s" : duration.toMillis() + " ms";
    }
    if (duration.compareTo(Duration.ofMillis(59_950)) < 0) {
      return seconds(duration.plusMillis(50).toMillis() / 100);
    }
    return longer(duration.getSeconds() + (duration.getNano() < 500_000_000 ? 0 : 1));
  }

  private static String seconds(long tenths) {
    return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " s";
  }

  private static String longer(long seconds) {
    if (seconds < HOUR) {
      return two(seconds / MINUTE, " min", seconds % MINUTE, " s");
    } else if (seconds < DAY) {
      return two(seconds / HOUR, " h", seconds % HOUR / MINUTE, " min");
    }
    return two(seconds / DAY, " d", seconds % DAY / HOUR, " h");
  }

  private static String two(long first, String unit, long second, String finer) {
    return first + unit + (second == 0 ? "" : " " + second + finer);
  }
}
