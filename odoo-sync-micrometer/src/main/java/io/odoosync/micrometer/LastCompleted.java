package io.odoosync.micrometer;

import io.odoosync.SyncEngine;
import io.odoosync.report.PastRun;
import io.odoosync.report.RunStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a run came to its end last, on whatever node: {@code sync_logs} knows. Of a long row of runs
 * that all stopped, what was known before counts.
 */
final class LastCompleted {

  private static final int RUNS = 50;

  private final SyncEngine engine;
  private final Clock clock;
  private @Nullable Instant known;

  LastCompleted(SyncEngine engine, Clock clock) {
    this.engine = engine;
    this.clock = clock;
  }

  /** In seconds; not a number if there was no run. */
  synchronized double age() {
    List<PastRun> runs = engine.runs(RUNS);
    Instant last =
        runs.stream()
            .filter(run -> run.status() == RunStatus.COMPLETED)
            .map(PastRun::endedAt)
            .findFirst()
            .orElseGet(() -> known == null ? oldest(runs) : known);
    known = last;
    return last == null
        ? Double.NaN
        : Math.max(0, Duration.between(last, clock.instant()).toMillis() / 1e3);
  }

  /** It is at least as long ago as the first of them. */
  private static @Nullable Instant oldest(List<PastRun> runs) {
    return runs.isEmpty() ? null : runs.get(runs.size() - 1).endedAt();
  }
}
