package io.odoosync.internal.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The alarms of the loops that follow one engine. Safe for use by several threads. */
final class Alarms {

  private final List<Alarm> set = new CopyOnWriteArrayList<>();

  void add(Alarm alarm) {
    set.add(alarm);
  }

  void remove(Alarm alarm) {
    set.remove(alarm);
  }

  /** Wakes them all. */
  void ring() {
    set.forEach(Alarm::ring);
  }
}
