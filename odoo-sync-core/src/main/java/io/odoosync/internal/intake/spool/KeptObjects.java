package io.odoosync.internal.intake.spool;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can't be written to a file, as much of it as may stay in memory. */
final class KeptObjects {

  /** The most objects that are kept. */
  static final int MAX_OBJECTS = 5_000;

  /** The most memory that they may take. */
  static final long MAX_BYTES = 16L * 1024 * 1024;

  private static final int DROPPED = -1;

  private final List<Object> objects = new ArrayList<>();
  private long bytes;

  /** Keeps one, unless that is too much. */
  int add(Object object, long size) {
    if (objects.size() == MAX_OBJECTS || bytes + size > MAX_BYTES) {
      return DROPPED;
    }
    bytes += size;
    objects.add(object);
    return objects.size() - 1;
  }

  @Nullable Object get(int place) {
    return place == DROPPED ? null : objects.get(place);
  }
}
