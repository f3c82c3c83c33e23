package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.LocalKey;
import io.odoosync.conflict.Winner;
import io.odoosync.internal.state.Outcomes;
import io.odoosync.report.Outcome;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.StageReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts the outcomes of one stage. */
public final class StageTally {

  private final EntityType type;
  private final Map<Class<? extends Outcome>, Long> counts = new HashMap<>();
  private final Map<Winner, Long> conflicts = new EnumMap<>(Winner.class);
  private final Set<LocalKey> unreached = new HashSet<>();
  private final List<RecordFailure> failures = new ArrayList<>();
  private final SortedSet<LocalKey> notFound = new TreeSet<>();
  private Duration duration = Duration.ZERO;
  private @Nullable Failure failure;

  StageTally(EntityType type) {
    this.type = type;
  }

  /**
   * Counts an outcome. A record that was not reached may be tried once more in the same run, when
   * another one needs it: then only what became of it counts.
   */
  void count(LocalKey key, Outcome outcome) {
    if (unreached.remove(key)) {
      counts.merge(Outcome.NotReached.class, -1L, Long::sum);
    }
    if (outcome instanceof Outcome.NotReached left && left.reason() == null) {
      unreached.add(key);
    }
    counts.merge(outcome.getClass(), 1L, Long::sum);
    if (outcome instanceof Outcome.Conflicted conflicted) {
      conflicts.merge(conflicted.winner(), 1L, Long::sum);
    }
    Outcomes.listed(key, outcome).ifPresent(this::list);
  }

  /** Lists a record that is not in step; it is not counted, since the source did not give it. */
  void list(RecordFailure recordFailure) {
    if (failures.size() < StageReport.MAX_FAILURES) {
      failures.add(recordFailure);
    }
  }

  /** A record was asked for by its key, and the host does not have it. */
  void notFound(LocalKey key) {
    if (notFound.size() < StageReport.MAX_FAILURES) {
      notFound.add(key);
    }
  }

  public void took(Duration time) {
    duration = duration.plus(time);
  }

  public void failedBecause(Failure why) {
    failure = why;
  }

  public boolean hasFailed() {
    return failure != null;
  }

  public boolean isEmpty() {
    return counts.isEmpty() && notFound.isEmpty() && failure == null;
  }

  public StageReport report() {
    return StageReport.builder(type)
        .read(counts.values().stream().mapToLong(Long::longValue).sum())
        .created(of(Outcome.Created.class))
        .updated(of(Outcome.Updated.class))
        .unchanged(of(Outcome.Unchanged.class))
        .pulled(of(Outcome.Pulled.class))
        .conflicts(conflicts)
        .failed(of(Outcome.Failed.class))
        .blocked(of(Outcome.Blocked.class))
        .quarantined(of(Outcome.Quarantined.class))
        .notReached(of(Outcome.NotReached.class))
        .duration(duration)
        .failure(failure)
        .failures(failures)
        .notFound(List.copyOf(notFound))
        .build();
  }

  private long of(Class<? extends Outcome> outcome) {
    return counts.getOrDefault(outcome, 0L);
  }
}
