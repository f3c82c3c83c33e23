package io.odoosync.internal.log;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.LocalKey;
import io.odoosync.internal.state.Outcomes;
import io.odoosync.report.AdminNews.Place;
import io.odoosync.report.Outcome;
import io.odoosync.report.RunStatus;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees in one run what failed before, and whether it still does. Holds no more than is remembered:
 * what is new is in the report. For one thread.
 */
public final class RunWatch {

  private final Supplier<Troubles> memory;
  private final Map<Site, Failure> stillFailing = new LinkedHashMap<>();
  private final Set<Site> inStep = new HashSet<>();
  private final Set<Site> unreached = new HashSet<>();
  private final Set<EntityType> begun = EnumSet.noneOf(EntityType.class);
  private @Nullable Troubles remembered;
  private boolean warned;

  /** Watches a run. What failed before is looked up when it is first asked for. */
  RunWatch(Supplier<Troubles> memory) {
    this.memory = memory;
  }

  /** Remembers nothing. */
  static RunWatch blind() {
    return new RunWatch(() -> Troubles.NONE);
  }

  private Troubles remembered() {
    if (remembered == null) {
      remembered = memory.get();
    }
    return remembered;
  }

  void warned() {
    warned = true;
  }

  /** Whether anything was told that people should know. */
  public boolean hasWarned() {
    return warned;
  }

  void stageStarted(EntityType type) {
    begun.add(type);
  }

  void record(EntityType type, LocalKey key, Outcome outcome) {
    Site site = Site.record(type, key);
    if (remembered().at(site) == null) {
      return;
    }
    Optional<Failure> failure = Outcomes.failure(outcome);
    if (failure.isPresent()) {
      stillFailing.put(site, failure.get());
    } else {
      (Outcomes.odooId(outcome).isPresent() ? inStep : unreached).add(site);
    }
  }

  /** What was known of a failure before this run; nothing if it is new. */
  Optional<Trouble> known(Site site, Failure failure) {
    return Optional.ofNullable(remembered().at(site)).filter(trouble -> trouble.isSame(failure));
  }

  /** Words about what kept runs before this one from their end; empty if nothing did. */
  String isOver() {
    Trouble before = remembered().at(Site.RUN);
    return before == null || before.over() ? "" : before.stopped();
  }

  /** What a run saw that ended with this report. */
  public Sightings sightings(SyncReport report) {
    Map<Site, Failure> failing = new LinkedHashMap<>(stillFailing);
    report.stages().forEach(stage -> failing.putAll(failing(stage)));
    if (report.status() == RunStatus.STOPPED && report.stopped() != null) {
      failing.put(Site.RUN, report.stopped());
    }
    if (report.logFailure() != null) {
      failing.put(Site.SYNC_LOG, report.logFailure());
    }
    if (report.apiKeyWarning() != null) {
      failing.put(Site.API_KEY, report.apiKeyWarning());
    }
    Set<Site> over = new LinkedHashSet<>();
    for (Site site : remembered().bySite().keySet()) {
      if (!failing.containsKey(site) && isOver(site, report)) {
        over.add(site);
      }
    }
    return new Sightings(failing, over);
  }

  private static Map<Site, Failure> failing(StageReport stage) {
    Map<Site, Failure> failing = new LinkedHashMap<>();
    Failure stopped = stage.failure();
    if (stopped != null) {
      failing.put(Site.stage(stage.type()), stopped);
    }
    stage
        .failures()
        .forEach(failed -> failing.put(Site.record(stage.type(), failed.key()), failed.failure()));
    return failing;
  }

  /** A record that the source does not give any more can't fail, if all that it gives was read. */
  private boolean isOver(Site site, SyncReport report) {
    boolean isDone = report.status() == RunStatus.COMPLETED;
    if (site.place() == Place.SYNC_LOG) {
      return true;
    } else if (site.place() == Place.RUN || site.place() == Place.API_KEY) {
      return isDone;
    } else if (inStep.contains(site)) {
      return true;
    }
    return isDone && isThrough(site.type(), report) && !unreached.contains(site);
  }

  private boolean isThrough(@Nullable EntityType type, SyncReport report) {
    return type != null
        && begun.contains(type)
        && report.stage(type).filter(stage -> stage.failure() == null).isPresent();
  }
}
