package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.change.Waiting;
import io.odoosync.internal.state.LinkPages;
import io.odoosync.internal.state.StageFailedException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Lets records in between two batches that somebody waits for, as long as they are so few that no
 * brake would hold them. The others are dealt with by a run of their own after this one, which
 * looks over them first.
 */
final class Callers implements Runnable {

  /** How many are let in at a time. */
  private static final int FEW = 100;

  private final RunContext run;
  private final Waiting waiting;
  private final Function<EntityType, Optional<Stage<?>>> stages;
  private final Map<EntityType, Long> letIn = new EnumMap<>(EntityType.class);
  private boolean closed;

  /**
   * Makes it for one run.
   *
   * @param stages the stages that are open
   */
  Callers(RunContext run, Function<EntityType, Optional<Stage<?>>> stages) {
    this.run = run;
    this.waiting = new Waiting(run.settings());
    this.stages = stages;
  }

  /** Deals with what waits now. What can't be dealt with stays in the outbox. */
  @Override
  public void run() {
    if (closed || waiting.isEmpty()) {
      return;
    }
    Waiting.Taken taken = waiting.take(FEW);
    try {
      for (EntityType type : EntityType.values()) {
        letIn(type, taken);
      }
    } catch (StageFailedException e) {
      closed = true; // The run after this one meets the same, and its report says so.
    } finally {
      closed |= taken.size() > 0;
      taken.giveBack();
    }
  }

  private void letIn(EntityType type, Waiting.Taken taken) {
    List<LocalKey> keys = taken.keys(Set.of(type)).getOrDefault(type, List.of());
    Optional<Stage<?>> stage = stages.apply(type);
    if (keys.isEmpty() || stage.isEmpty() || !mayLetIn(type, keys.size())) {
      return;
    }
    stage.get().processNow(new TreeSet<>(keys));
    letIn.merge(type, (long) keys.size(), Long::sum);
    taken.done(type::equals);
  }

  /** Each may turn out to be an update, a create, an adoption or a pull. */
  private boolean mayLetIn(EntityType type, int more) {
    long all = letIn.getOrDefault(type, 0L) + more;
    long needed = run.settings().rules().brakes().linkedNeededFor(all);
    return new LinkPages(run.settings()).count(type, needed) >= needed;
  }
}
