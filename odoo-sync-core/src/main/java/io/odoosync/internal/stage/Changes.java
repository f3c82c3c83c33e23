package io.odoosync.internal.stage;

import io.odoosync.ChangeOptions;
import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.change.ChangeMemory;
import io.odoosync.internal.change.Ledger;
import io.odoosync.internal.change.Look;
import io.odoosync.internal.change.Mark;
import io.odoosync.internal.change.Scope;
import io.odoosync.internal.change.SeenRows;
import io.odoosync.internal.exchange.OdooModel;
import io.odoosync.internal.exchange.WrittenRecords;
import io.odoosync.internal.intake.BatchReader;
import io.odoosync.internal.intake.Intake;
import io.odoosync.internal.intake.Source;
import io.odoosync.internal.intake.SourceBatch;
import io.odoosync.internal.state.GoneMemory;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * Finds out which records a run must look at: those that changed at the host or in Odoo since the
 * last look, and those that are to be tried again. Asks Odoo when it wrote which record, once for
 * each kind, and for no value. Only reads; what it looked at is remembered when the run begins.
 */
public final class Changes {

  private static final int CHUNK = 1_000;

  private final RunContext run;
  private final Kinds kinds;
  private final LongSupplier user;
  private final ChangeMemory memory;
  private final ChangeOptions options;
  private final Instant now;

  /**
   * Makes it for one run.
   *
   * @param user asks for the id of the user as whom the sync writes; 0 if Odoo does not tell
   */
  public Changes(RunContext run, Kinds kinds, ChangeMemory memory, LongSupplier user) {
    this.run = run;
    this.kinds = kinds;
    this.user = user;
    this.memory = memory;
    this.options = run.settings().rules().changes();
    this.now = run.settings().clock().instant();
  }

  /**
   * Looks.
   *
   * @param asked records that are to be looked at in any case
   */
  public Scope find(Map<EntityType, ? extends Collection<LocalKey>> asked) {
    if (isTimeForAll()) {
      return Scope.all(kinds.types());
    }
    Map<EntityType, Set<LocalKey>> some = new EnumMap<>(EntityType.class);
    Set<EntityType> whole = EnumSet.noneOf(EntityType.class);
    Map<EntityType, Set<LocalKey>> again = memory.again();
    for (EntityType type : kinds.types()) {
      Set<LocalKey> keys = new TreeSet<>(again.getOrDefault(type, Set.of()));
      keys.addAll(asked.containsKey(type) ? asked.get(type) : Set.of());
      boolean isFound = kinds.of(type).filter(kind -> find(kind, keys)).isPresent();
      if (isFound && keys.size() <= Ledger.MAX_KEYS) {
        some.put(type, keys);
      } else {
        memory.unmarked(type);
        whole.add(type);
      }
    }
    return Scope.of(some).withAll(whole);
  }

  private boolean isTimeForAll() {
    ChangeMemory.SinceFull since = memory.sinceFull().orElse(new ChangeMemory.SinceFull(0, now));
    int runs = since.runs() + 1;
    memory.sinceFull(new ChangeMemory.SinceFull(runs, since.at()));
    boolean isLate =
        options.fullAfter() != null && !now.isBefore(since.at().plus(options.fullAfter()));
    return isLate || (options.fullAfterRuns() > 0 && runs >= options.fullAfterRuns());
  }

  /** Adds what changed; says no if that can't be told, so that all must be looked at. */
  private <T extends SourceRecord> boolean find(RecordKind<T> kind, Set<LocalKey> keys) {
    Mark mark = memory.mark(kind.type()).orElse(null);
    boolean hasLinks = run.links().hasAny(kind.type());
    if (memory.hasLostLinks(kind.type(), hasLinks) || mark == null) {
      return false;
    }
    try {
      addChangedAtHost(kind, mark.host().minus(options.overlap()), keys);
    } catch (StageFailedException e) {
      run.log().stageWarned(kind.type(), "all is looked at, since " + e.failure().reason());
      return false;
    }
    memory.mark(
        kind.type(), mark.after(addChangedInOdoo(kind, mark, keys), now, options.overlap()));
    return true;
  }

  private <T extends SourceRecord> void addChangedAtHost(
      RecordKind<T> kind, Instant since, Set<LocalKey> keys) {
    Set<LocalKey> gone = new GoneMemory(run.memory(), kind.type()).all().keySet();
    Source<T> source =
        new Source<>(
            kind.type(), () -> kind.changedSince(since).orElseGet(kind::records), kind.codec());
    try (Intake<T> intake = new Intake<>(source, run.settings(), run.control())) {
      BatchReader<T> reader = intake.batches();
      int size = run.settings().batchSize(kind.type());
      for (SourceBatch<T> batch = reader.next(size); !batch.isEmpty(); batch = reader.next(size)) {
        run.control().checkCancelled();
        addChanged(kind, batch, gone, keys);
      }
    }
  }

  private <T extends SourceRecord> void addChanged(
      RecordKind<T> kind, SourceBatch<T> batch, Set<LocalKey> gone, Set<LocalKey> keys) {
    Map<LocalKey, Link> links = run.links().stored(kind.type(), batch.records().keySet());
    batch
        .records()
        .forEach(
            (key, record) -> {
              Link link = links.get(key);
              boolean isKnown =
                  link != null && !link.isPending() && kind.isAsCompared(record, link);
              if (!isKnown || gone.contains(key)) {
                keys.add(key);
              }
            });
    batch.unfit().forEach(unfit -> keys.add(unfit.key()));
  }

  /** Adds what Odoo wrote; answers what it told of its time. */
  private Look addChangedInOdoo(RecordKind<?> kind, Mark mark, Set<LocalKey> keys) {
    SeenRows seen = memory.seen(kind.type(), now);
    Instant from = mark.odoo().equals(Instant.EPOCH) ? null : mark.odoo().minus(options.overlap());
    Look look =
        new WrittenRecords(run.client())
            .since(
                OdooModel.withoutFields(kind.type(), kind.ours()),
                from,
                page -> {
                  run.control().checkCancelled();
                  addWritten(kind, page, seen, keys);
                });
    memory.seen(kind.type(), seen);
    return look;
  }

  private void addWritten(
      RecordKind<?> kind, List<WrittenRecords.Row> page, SeenRows seen, Set<LocalKey> keys) {
    for (int from = 0; from < page.size(); from += CHUNK) {
      Map<Long, WrittenRecords.Row> rows = new LinkedHashMap<>();
      page.subList(from, Math.min(page.size(), from + CHUNK))
          .forEach(row -> rows.put(row.id(), row));
      Set<Long> unknown = new HashSet<>();
      List<Link> links = run.links().leadingTo(kind.type(), rows.keySet());
      for (Link link : links) {
        WrittenRecords.Row row = rows.get(link.odooId());
        if (row != null && !isOurs(kind, link, row)) {
          unknown.add(row.id());
        }
      }
      rows.keySet().retainAll(unknown);
      unknown.clear();
      rows.values().stream().filter(row -> isNews(seen, row)).forEach(row -> unknown.add(row.id()));
      links.stream()
          .filter(link -> unknown.contains(link.odooId()))
          .forEach(link -> keys.add(link.key()));
    }
  }

  /** What the sync itself wrote last, and read back. */
  private boolean isOurs(RecordKind<?> kind, Link link, WrittenRecords.Row row) {
    return kind.lastWritten(link).filter(row.written()::equals).isPresent()
        && row.writer() == user.getAsLong();
  }

  private boolean isNews(SeenRows seen, WrittenRecords.Row row) {
    return seen.isNews(row.id(), row.written(), row.writer(), row.writer() == user.getAsLong());
  }
}
