package io.odoosync.jdbc;

import java.time.Duration;

/** What a setting may be. */
final class Bounds {

  private Bounds() {}

  /**
   * Checks a time.
   *
   * @throws IllegalArgumentException if it is out of bounds; the message names it and them
   */
  static Duration require(String name, Duration time, Duration least, Duration most) {
    if (time.compareTo(least) < 0 || time.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          name + " must be from " + least + " to " + most + ", but is " + time);
    }
    return time;
  }
}
