package io.odoosync.spring.actuate;

import io.odoosync.SyncEngine;
import io.odoosync.report.PastRun;
import io.odoosync.report.RunStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the sync is, as {@code sync_logs} tells, so for all nodes alike: a node that never runs,
 * because another one always is faster, is as well as that one.
 */
final class SyncState {

  /** How many runs are looked through for one that came to its end. */
  private static final int RUNS = 50;

  private final SyncEngine engine;
  private final @Nullable Duration staleAfter;
  private final Clock clock;

  SyncState(SyncEngine engine, @Nullable Duration staleAfter, Clock clock) {
    this.engine = engine;
    this.staleAfter = staleAfter;
    this.clock = clock;
  }

  /**
   * What is said of it.
   *
   * @param isUp whether runs do their work; records that fail are no reason against it
   * @param details what somebody may want to know
   */
  record Findings(boolean isUp, Map<String, Object> details) {}

  /** Looks. Odoo is not asked. */
  Findings look() {
    List<PastRun> runs = engine.runs(RUNS);
    Map<String, Object> details = new LinkedHashMap<>();
    if (runs.isEmpty()) {
      details.put("lastRun", "none yet");
      return new Findings(true, details);
    }
    PastRun last = runs.get(0);
    details.put("lastRun", last.endedAt().toString());
    details.put("status", String.valueOf(last.status()));
    details.put("successful", last.isSuccessful());
    Optional<Instant> completed =
        runs.stream()
            .filter(run -> run.status() == RunStatus.COMPLETED)
            .map(PastRun::endedAt)
            .findFirst();
    completed.ifPresent(end -> details.put("lastCompleted", end.toString()));
    boolean isStopped = last.status() == RunStatus.STOPPED;
    if (isStopped) {
      details.put("summary", last.summary());
    }
    boolean isStale = isStale(completed.orElse(runs.get(runs.size() - 1).endedAt()));
    if (isStale) {
      details.put("staleAfter", String.valueOf(staleAfter));
    }
    return new Findings(!isStopped && !isStale, details);
  }

  private boolean isStale(Instant completed) {
    return staleAfter != null && completed.plus(staleAfter).isBefore(clock.instant());
  }
}
