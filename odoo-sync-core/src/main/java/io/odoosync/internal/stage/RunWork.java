package io.odoosync.internal.stage;

import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.internal.intake.Unfit;
import io.odoosync.internal.state.BatchOutcomes;
import io.odoosync.internal.state.Quarantine;
import io.odoosync.internal.step.Deed;
import io.odoosync.internal.step.FollowUp.Followed;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.report.Outcome;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import io.odoosync.store.SyncEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a run does with batches: decide, carry out, follow up, tell. */
final class RunWork<T extends SourceRecord> implements BatchWork<T> {

  private final StageKind<T> kind;
  private final RunContext run;
  private final Decider<T> decider;
  private final Executor<T> executor;
  private final AcceptedMappings<T> accepted;
  private final StageTally tally;
  private final Standing standing;

  RunWork(
      StageKind<T> kind, RunContext run, Decider<T> decider, StageTally tally, Standing standing) {
    this.kind = kind;
    this.run = run;
    this.decider = decider;
    this.executor = new Executor<>(kind, run);
    this.accepted = new AcceptedMappings<>(kind, run.memory());
    this.tally = tally;
    this.standing = standing;
  }

  /** Each record has an outcome afterwards, also if this ends by an exception. */
  @Override
  public void process(Map<LocalKey, T> records, List<Unfit> unfit) {
    unfit.forEach(this::tell);
    BatchOutcomes outcomes = new BatchOutcomes();
    try {
      run.control().checkCancelled();
      sync(records, outcomes);
    } finally {
      records.keySet().forEach(key -> tell(key, outcomes.of(key)));
      run.log().flush();
    }
  }

  @Override
  public void end() {
    decider.ended();
  }

  private void sync(Map<LocalKey, T> records, BatchOutcomes outcomes) {
    Quarantine.Watch watch = run.quarantine().watch(kind.type(), records);
    try {
      Map<LocalKey, Outcome.Quarantined> held = watch.held();
      held.forEach(outcomes::put);
      Batch<T> batch = decider.decide(records, held);
      Map<Long, OdooValues> now = executor.carryOut(batch, outcomes);
      Map<LocalKey, Followed<T>> followed = followed(records, now, outcomes);
      Set<LocalKey> stepped = new TreeSet<>();
      kind.walker()
          .walk(
              followed,
              outcomes,
              (key, deed) -> {
                log(followed.get(key), deed);
                stepped.add(key);
              });
      lookAgain(stepped);
      accept(records, outcomes);
      reconcile(records.keySet());
    } finally {
      watch.settle(outcomes);
    }
  }

  /** So that what the steps wrote is known to be ours when it is asked what Odoo has written. */
  private void lookAgain(Set<LocalKey> stepped) {
    if (stepped.isEmpty() || kind.kind().sentOnce()) {
      return;
    }
    Map<LocalKey, Link> links = run.links().stored(kind.type(), stepped);
    links.values().removeIf(link -> link.odooId() == null);
    Set<String> names = new TreeSet<>();
    Set<Long> ids = new TreeSet<>();
    for (Link link : links.values()) {
      names.addAll(Base.parse(link.base()).fields());
      ids.add(Objects.requireNonNull(link.odooId()));
    }
    names.retainAll(kind.model().fields().names());
    Map<Long, OdooValues> now = run.reader().read(kind.model(), ids, names, Set.of());
    List<Link> known = new ArrayList<>();
    for (Link link : links.values()) {
      OdooValues held = now.get(link.odooId());
      Base base = Base.parse(link.base());
      Base after = held == null ? base : base.writtenAgain(held);
      if (!after.writeDate().equals(base.writeDate())) {
        known.add(run.links().rebased(link, after.text()));
      }
    }
    run.links().save(known);
  }

  /** What repeats the links elsewhere may have been changed since, also where nothing else was. */
  private void reconcile(Set<LocalKey> keys) {
    run.links()
        .reconcile(run.links().stored(kind.type(), keys).values())
        .forEach((key, why) -> run.log().warn(SyncEvent.RECORD_WARNING, kind.type(), key, why));
  }

  private void log(@Nullable Followed<T> followed, Deed deed) {
    Link link = followed == null ? null : followed.link();
    if (link != null && link.odooId() != null) {
      run.log().done(deed.event(), kind.type(), link.key(), link.odooId(), deed.words());
    }
  }

  private void accept(Map<LocalKey, T> records, BatchOutcomes outcomes) {
    if (!kind.kind().sentOnce()) {
      Map<LocalKey, T> failed = new LinkedHashMap<>(records);
      failed.keySet().removeIf(key -> outcomes.odooId(key).isPresent());
      if (!failed.isEmpty()) {
        accepted.accept(failed, run.links().stored(kind.type(), failed.keySet()), outcomes);
      }
    }
  }

  private Map<LocalKey, Followed<T>> followed(
      Map<LocalKey, T> records, Map<Long, OdooValues> now, BatchOutcomes outcomes) {
    Map<LocalKey, T> present = new LinkedHashMap<>(records);
    present.keySet().removeIf(key -> outcomes.odooId(key).isEmpty());
    Map<LocalKey, Link> links = run.links().stored(kind.type(), present.keySet());
    Map<LocalKey, Followed<T>> followed = new LinkedHashMap<>();
    present.forEach(
        (key, source) ->
            followed.put(key, new Followed<>(source, links.get(key), read(links.get(key), now))));
    return followed;
  }

  private static @Nullable OdooRecord read(@Nullable Link link, Map<Long, OdooValues> now) {
    OdooValues values = link == null || link.odooId() == null ? null : now.get(link.odooId());
    return values == null ? null : values.record();
  }

  /** A key that was given once more stands where it stood before. */
  private void tell(Unfit unfit) {
    if (unfit.doubled()) {
      count(unfit.key(), unfit.why());
    } else {
      tell(unfit.key(), unfit.why());
    }
  }

  private void tell(LocalKey key, Outcome outcome) {
    standing.became(kind.type(), key, outcome);
    count(key, outcome);
  }

  private void count(LocalKey key, Outcome outcome) {
    tally.count(key, outcome);
    run.log().record(kind.type(), key, outcome);
    run.control().progressed();
  }
}
