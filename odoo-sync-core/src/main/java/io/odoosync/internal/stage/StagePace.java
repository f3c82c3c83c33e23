package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.report.StageProgress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * How fast a stage gets on. The later half of what is done says how long the rest will take, up to
 * a fifth of all: a host that was just started is slow at first, and each machine has its moods. If
 * the later half of that went much faster or slower than the earlier, it alone says so: a load that
 * goes on after an interruption passes over what it has done much faster than it does what is new.
 */
final class StagePace {

  private static final long PARTS = 5;
  private static final double MUCH = 2;

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
    long begin = done - Math.min(done / 2, total / PARTS);
    Mark oldest = marks.remove();
    while (marks.size() > 1 && marks.element().done <= begin) {
      oldest = marks.remove();
    }
    marks.addFirst(oldest);
  }

  private @Nullable Duration left(long now) {
    Mark from = marks.element();
    if (from.done == done) {
      return null;
    }
    double each = each(from, new Mark(done, now));
    return Duration.ofNanos((long) (each * (total - done)));
  }

  private double each(Mark from, Mark end) {
    Mark middle = firstFrom((from.done + done) / 2);
    if (middle.done > from.done && middle.done < end.done) {
      double earlier = from.each(middle);
      double later = middle.each(end);
      if (later > MUCH * earlier || earlier > MUCH * later) {
        return later;
      }
    }
    return from.each(end);
  }

  private Mark firstFrom(long records) {
    return marks.stream().filter(mark -> mark.done >= records).findFirst().orElseThrow();
  }

  private record Mark(long done, long at) {

    /** How long a record took until then, in nanoseconds. */
    double each(Mark until) {
      return (double) (until.at - at) / (until.done - done);
    }
  }
}
