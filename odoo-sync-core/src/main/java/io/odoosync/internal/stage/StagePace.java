package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.report.StageProgress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * How fast a stage gets on. The latest tenth of its records says how long the rest will take: a
 * load that goes on after an interruption passes over what it has done much faster than it does
 * what is new.
 */
final class StagePace {

  private static final long PARTS = 10;

  private final EntityType type;
  private final long total;
  private final long start;
  private final Deque<Mark> marks = new ArrayDeque<>();
  private long done;

  /**
   * Begins.
   *
   * @param total how many records there are
   * @param now nanoseconds of a clock that is never set
   */
  StagePace(EntityType type, long total, long now) {
    this.type = type;
    this.total = total;
    this.start = now;
    marks.add(new Mark(0, now));
  }

  /** Where it stands after some more records. */
  StageProgress after(int records, long now) {
    done = Math.min(done + records, total);
    marks.add(new Mark(done, now));
    dropOld();
    return new StageProgress(type, done, total, Duration.ofNanos(now - start), left(now));
  }

  private void dropOld() {
    Mark oldest = marks.remove();
    while (marks.size() > 1 && marks.element().done <= done - total / PARTS) {
      oldest = marks.remove();
    }
    marks.addFirst(oldest);
  }

  private @Nullable Duration left(long now) {
    Mark from = marks.element();
    long lately = done - from.done;
    if (lately == 0) {
      return null;
    }
    double each = (double) (now - from.at) / lately;
    return Duration.ofNanos((long) (each * (total - done)));
  }

  private record Mark(long done, long at) {}
}
