package io.odoosync.internal.change;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.report.Outcome;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sees to it that no record that a run was to deal with is forgotten by the runs that only look at
 * what changed: it is remembered before anything is done, and until it is in step. For one run and
 * one thread.
 */
public final class Ledger {

  /** How many records of a kind are remembered; with more, the kind is looked at as a whole. */
  public static final int MAX_KEYS = 10_000;

  private final Scope scope;
  private final ChangeMemory memory;
  private final Map<EntityType, Set<LocalKey>> remembered = new EnumMap<>(EntityType.class);
  private final Map<EntityType, Set<LocalKey>> open = new EnumMap<>(EntityType.class);
  private final Map<EntityType, Set<LocalKey>> settled = new EnumMap<>(EntityType.class);
  private final Map<EntityType, Mark> marks = new EnumMap<>(EntityType.class);
  private final Set<EntityType> tooMany = EnumSet.noneOf(EntityType.class);
  private boolean begun;

  /** Makes it for a run. */
  public Ledger(Scope scope, ChangeMemory memory) {
    this.scope = scope;
    this.memory = memory;
  }

  /** Remembers what the run is about, before anything is done. */
  public void begin(Map<EntityType, Mark> begins) {
    marks.putAll(begins);
    remembered.putAll(memory.again());
    scope
        .byType()
        .forEach(
            (type, keys) -> {
              Set<LocalKey> known = remembered(type);
              memory.again(type, keys.stream().filter(key -> !known.contains(key)).toList());
              remembered.computeIfAbsent(type, t -> new TreeSet<>()).addAll(keys);
            });
    scope.types().stream().filter(scope::isWhole).forEach(memory::begins);
    memory.save();
    begun = true;
  }

  private Set<LocalKey> remembered(EntityType type) {
    return remembered.getOrDefault(type, Set.of());
  }

  /** A record has an outcome; the last one counts. */
  public void became(EntityType type, LocalKey key, Outcome outcome) {
    if (isOpen(outcome)) {
      of(settled, type).remove(key);
      if (of(open, type).size() < MAX_KEYS) {
        of(open, type).add(key);
      } else {
        tooMany.add(type);
      }
    } else {
      of(open, type).remove(key);
      if (remembered(type).contains(key)) {
        of(settled, type).add(key);
      }
    }
  }

  private static Set<LocalKey> of(Map<EntityType, Set<LocalKey>> byType, EntityType type) {
    return byType.computeIfAbsent(type, t -> new TreeSet<>());
  }

  private static boolean isOpen(Outcome outcome) {
    return outcome instanceof Outcome.Failed
        || outcome instanceof Outcome.Blocked
        || outcome instanceof Outcome.Quarantined
        || (outcome instanceof Outcome.NotReached left && left.failure() == null);
  }

  /**
   * Remembers what is left once the run is over. A second call does nothing.
   *
   * @param done the kinds whose stages came to their end
   */
  public void end(Set<EntityType> done) {
    if (begun) {
      begun = false;
      for (EntityType type : EntityType.values()) {
        end(type, done.contains(type));
      }
      if (done.stream().allMatch(scope::isWhole)) {
        marks.values().stream()
            .map(Mark::host)
            .min(Instant::compareTo)
            .filter(at -> scope.types().equals(done))
            .ifPresent(at -> memory.sinceFull(new ChangeMemory.SinceFull(0, at)));
      }
      memory.save();
    }
  }

  private void end(EntityType type, boolean isDone) {
    Set<LocalKey> left = new TreeSet<>(of(open, type));
    Set<LocalKey> over = new TreeSet<>(of(settled, type));
    if (isDone) {
      over.addAll(scope.isWhole(type) ? remembered(type) : scope.keys(type).orElseThrow());
    }
    over.removeAll(left);
    left.removeAll(remembered(type));
    memory.again(type, left);
    memory.settled(type, over);
    if (scope.isWhole(type)) {
      memory.ended(type);
      if (isDone && marks.containsKey(type)) {
        memory.mark(type, marks.get(type));
      }
    }
    if (tooMany.contains(type)) {
      memory.unmark(type);
    }
  }
}
