package io.odoosync.internal.stage;

import io.odoosync.GoneRecordPolicy;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.internal.state.GoneMemory;
import io.odoosync.internal.state.GoneMemory.Fate;
import io.odoosync.internal.state.LinkPages;
import io.odoosync.internal.state.SeenKeys;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The linked records that the source does not give any more: finds them among the links, decides
 * which are archived, and brings those back that the source gives again.
 */
final class GoneRecords<T extends SourceRecord> {

  /** The field that archives a record; not every model has it. */
  static final String ACTIVE = "active";

  private static final String SHARED = "other records of the host share it";
  private static final String NO_ARCHIVE = "there is no archive for its kind in Odoo";

  private final StageKind<T> kind;
  private final RunContext run;
  private final GoneWork work;
  private final GoneMemory memory;
  private final LinkPages links;

  GoneRecords(StageKind<T> kind, RunContext run, GoneWork work) {
    this.kind = kind;
    this.run = run;
    this.work = work;
    this.memory = new GoneMemory(run.memory(), kind.type());
    this.links = new LinkPages(run.settings());
  }

  /** Whether something is done in Odoo about records that are gone. */
  boolean archives() {
    return wantsArchive() && hasArchive();
  }

  private boolean wantsArchive() {
    return run.settings().rules().goneRecords() == GoneRecordPolicy.ARCHIVE;
  }

  private boolean hasArchive() {
    return kind.model().fields().has(ACTIVE);
  }

  /** Counts them. */
  GoneCount count(SeenKeys seen) {
    return count(seen, memory.all());
  }

  private GoneCount count(SeenKeys seen, Map<LocalKey, Fate> known) {
    long[] counts = new long[2];
    links.forEach(
        kind.type(),
        page -> {
          pageRead();
          counts[0] += gone(page, seen, known).size();
          counts[1] += page.size();
        });
    return new GoneCount(counts[0], counts[1]);
  }

  private List<Link> gone(List<Link> page, SeenKeys seen, Map<LocalKey, Fate> known) {
    List<Link> gone = new ArrayList<>();
    for (Link link : page) {
      Fate fate = known.get(link.key());
      boolean again = fate == Fate.KEPT || fate == Fate.ARCHIVING;
      boolean open = fate == null || (again && archives());
      if (open && !link.isPending() && !seen.contains(link.key())) {
        gone.add(link);
      }
    }
    return gone;
  }

  /** Brings those back that were archived, and that the source gives again. */
  void restore(SeenKeys seen) {
    List<LocalKey> back = new ArrayList<>();
    List<LocalKey> archived = new ArrayList<>();
    memory
        .all()
        .forEach(
            (key, fate) -> {
              if (seen.contains(key)) {
                (fate.isOurs() ? archived : back).add(key);
              }
            });
    if (!archived.isEmpty()) {
      Map<LocalKey, Long> ids = run.links().odooIds(kind.type(), archived);
      archived.removeAll(ids.keySet());
      back.addAll(archived);
      back.addAll(work.restore(kind.model(), ids));
    }
    memory.forget(back);
  }

  /** Does what is to be done about them, after the source was read to its end. */
  void settle(SeenKeys seen) {
    restore(seen);
    settleGone(seen);
    if (run.settings().privacy().clearingGone()) {
      clear(seen);
    }
  }

  private void settleGone(SeenKeys seen) {
    Map<LocalKey, Fate> known = memory.all();
    GoneCount count = count(seen, known);
    if (count.gone() == 0) {
      return;
    } else if (!archives() && isTooMany(count)) {
      if (memory.isNews(count.gone())) {
        work.tellNumber(kind.model(), count.gone(), count.linked());
      }
      return;
    }
    links.forEach(
        kind.type(),
        page -> {
          pageRead();
          settle(gone(page, seen, known), known);
        });
  }

  private void pageRead() {
    run.control().progressed();
    run.control().checkCancelled();
  }

  /** Those about which something was decided: many that are gone at once may be a mistake. */
  private void clear(SeenKeys seen) {
    Set<LocalKey> decided = memory.all().keySet();
    links.forEach(
        kind.type(),
        page -> {
          pageRead();
          List<Link> left =
              page.stream()
                  .filter(link -> link.base() != null && !link.isPending())
                  .filter(link -> decided.contains(link.key()) && !seen.contains(link.key()))
                  .toList();
          if (!left.isEmpty()) {
            work.clear(left);
          }
        });
  }

  private boolean isTooMany(GoneCount count) {
    return run.settings().rules().brakes().gone().stops(count.gone(), count.linked());
  }

  private void settle(List<Link> gone, Map<LocalKey, Fate> known) {
    Map<LocalKey, Long> ids = new LinkedHashMap<>();
    gone.forEach(link -> ids.put(link.key(), Objects.requireNonNull(link.odooId())));
    if (ids.isEmpty()) {
      return;
    } else if (!wantsArchive()) {
      memory.remember(ids.keySet(), Fate.KEPT);
      work.keep(kind.model(), ids, Map.of());
    } else if (hasArchive()) {
      archive(ids, known);
    } else {
      Map<LocalKey, String> reasons = new HashMap<>();
      ids.keySet().forEach(key -> reasons.put(key, NO_ARCHIVE));
      spare(ids, reasons);
    }
  }

  private void spare(Map<LocalKey, Long> ids, Map<LocalKey, String> reasons) {
    memory.remember(reasons.keySet(), Fate.SPARED);
    work.keep(kind.model(), ids, reasons);
  }

  private void archive(Map<LocalKey, Long> ids, Map<LocalKey, Fate> known) {
    Map<LocalKey, String> reasons = new HashMap<>();
    Set<Long> shared = links.shared(kind.type(), ids.values());
    Map<Long, String> never = kind.open().neverArchived(ids.values());
    ids.forEach(
        (key, id) -> {
          if (shared.contains(id)) {
            reasons.put(key, SHARED);
          } else if (never.containsKey(id)) {
            reasons.put(key, String.valueOf(never.get(id)));
          }
        });
    Map<LocalKey, Long> spared = new LinkedHashMap<>(ids);
    spared.keySet().retainAll(reasons.keySet());
    if (!spared.isEmpty()) {
      spare(spared, reasons);
    }
    Map<LocalKey, Long> others = new LinkedHashMap<>(ids);
    others.keySet().removeAll(reasons.keySet());
    archiveActive(others, known);
  }

  /** One that is not active is nobody's to bring back but theirs who archived it. */
  private void archiveActive(Map<LocalKey, Long> ids, Map<LocalKey, Fate> known) {
    Map<Long, OdooValues> read =
        run.reader().read(kind.model(), ids.values(), Set.of(ACTIVE), Set.of());
    read.values().removeIf(values -> !isActive(values));
    Map<LocalKey, Long> active = new LinkedHashMap<>(ids);
    active.values().retainAll(read.keySet());
    Map<Boolean, List<LocalKey>> others =
        ids.keySet().stream()
            .filter(key -> !active.containsKey(key))
            .collect(Collectors.partitioningBy(key -> known.get(key) == Fate.ARCHIVING));
    others.forEach((ours, keys) -> memory.remember(keys, ours ? Fate.ARCHIVED : Fate.SPARED));
    if (!active.isEmpty()) {
      archiveNow(active);
    }
  }

  /** Remembered before and after, so that a run that dies in between leaves no doubt. */
  private void archiveNow(Map<LocalKey, Long> active) {
    memory.remember(active.keySet(), Fate.ARCHIVING);
    Collection<LocalKey> undone = work.archive(kind.model(), active);
    List<LocalKey> done = new ArrayList<>(active.keySet());
    done.removeAll(undone);
    memory.remember(done, Fate.ARCHIVED);
    memory.forget(undone);
  }

  static boolean isActive(OdooValues read) {
    return read.values().get(ACTIVE).flag().orElse(false);
  }
}
