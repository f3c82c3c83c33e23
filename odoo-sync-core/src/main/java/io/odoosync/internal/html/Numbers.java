package io.odoosync.internal.html;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as people read them. */
public final class Numbers {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final long KIB = 1024;

  private Numbers() {}

  /** With a comma between thousands. */
  public static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number and what it counts. */
  public static String of(long number, String one, String many) {
    return of(number) + " " + (number == 1 ? one : many);
  }

  /** Bytes in the greatest unit of which there is one. */
  public static String bytes(long bytes) {
    if (bytes < KIB) {
      return bytes + " B";
    }
    return bytes < KIB * KIB
        ? of(bytes / KIB) + " KiB"
        : String.format(Locale.ROOT, "%,.1f MiB", bytes / (double) (KIB * KIB));
  }

  /** A time in UTC, to the second. */
  public static Html time(Instant instant) {
    return Tag.of("time").with("datetime", instant.toString()).text(words(instant));
  }

  /** A time in UTC, to the second. */
  public static String words(Instant instant) {
    return TIME.format(instant) + " UTC";
  }
}
