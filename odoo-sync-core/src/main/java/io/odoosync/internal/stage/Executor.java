package io.odoosync.internal.stage;

import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.exchange.Creator;
import io.odoosync.internal.exchange.Pusher;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.internal.state.BatchOutcomes;
import io.odoosync.internal.state.Failures;
import io.odoosync.internal.state.HostFailures;
import io.odoosync.odoo.OdooException;
import io.odoosync.report.Outcome;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import io.odoosync.store.SyncEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Does what was decided about a batch. A conflict is in the sync log, with both values, before
 * anything is overwritten; what both sides hold is remembered after it was read back.
 */
final class Executor<T extends SourceRecord> {

  private final StageKind<T> kind;
  private final RunContext run;

  Executor(StageKind<T> kind, RunContext run) {
    this.kind = kind;
    this.run = run;
  }

  /**
   * Carries a batch out.
   *
   * @param outcomes takes the outcome of each record for which there is one when this ends, also if
   *     it ends by an exception
   * @return what Odoo holds now, by id; what it was found not to hold any more is not among it
   */
  Map<Long, OdooValues> carryOut(Batch<T> batch, BatchOutcomes outcomes) {
    run.control().check();
    Map<Long, OdooValues> now = new HashMap<>();
    Map<LocalKey, Decision.Create> creates = new LinkedHashMap<>();
    List<RecordUpdate<T>> updates = new ArrayList<>();
    List<Link> kept = new ArrayList<>();
    batch
        .decided()
        .forEach(
            (key, decided) -> {
              Decision decision = decided.decision();
              remember(decided, now);
              tell(key, decision);
              if (decision instanceof Decision.Create create) {
                creates.put(key, create);
              } else if (decision instanceof Decision.Update update) {
                updates.add(new RecordUpdate<>(kind, run, decided, update, batch.dependencies()));
              } else if (decision instanceof Decision.Keep keep) {
                keep(decided, keep, kept);
                outcomes.put(key, new Outcome.Unchanged(keep.odooId()));
              } else if (decision instanceof Decision.Deleted deleted) {
                kind.open().deleted(decided.source(), deleted.odooId(), decided.link());
                outcomes.put(key, new Outcome.Failed(deleted.failure()));
              } else {
                outcomes.put(key, refused(decision));
              }
            });
    run.links().save(kept);
    create(batch, creates, outcomes, now);
    update(updates, outcomes, now);
    return now;
  }

  private static void remember(Decided<?> decided, Map<Long, OdooValues> now) {
    if (decided.odoo() != null && decided.link() != null && decided.link().odooId() != null) {
      now.put(decided.link().odooId(), decided.odoo());
    }
  }

  private void tell(LocalKey key, Decision decision) {
    for (String note : Decision.notes(decision)) {
      run.log().warn(SyncEvent.RECORD_WARNING, kind.type(), key, note);
    }
  }

  private static Outcome refused(Decision decision) {
    if (decision instanceof Decision.Reject reject) {
      return new Outcome.Failed(reject.failure());
    } else if (decision instanceof Decision.Block block) {
      return new Outcome.Blocked(block.reason());
    } else if (decision instanceof Decision.ChangedAfterSent changed) {
      return Failures.changedAfterSent(changed.reason());
    } else if (decision instanceof Decision.Hold hold) {
      return hold.held();
    } else if (decision instanceof Decision.LeaveOut left) {
      return left.outcome();
    } else if (decision instanceof Decision.Misfit misfit) {
      return new Outcome.Failed(misfit.failure());
    }
    throw new IllegalStateException("nothing is known to do about " + decision);
  }

  private void keep(Decided<T> decided, Decision.Keep keep, List<Link> kept) {
    Link link = decided.link();
    Base base = keep.base();
    if (base != null) {
      kept.add(run.links().rebased(Objects.requireNonNull(link), base.text()));
    } else if (link != null && !link.equals(decided.stored())) {
      kept.add(link);
    }
  }

  private void create(
      Batch<T> batch,
      Map<LocalKey, Decision.Create> creates,
      BatchOutcomes outcomes,
      Map<Long, OdooValues> now) {
    Map<LocalKey, Creator.Draft> drafts = new LinkedHashMap<>();
    creates.forEach(
        (key, create) -> {
          T source = Objects.requireNonNull(batch.decided().get(key)).source();
          drafts.put(
              key,
              new Creator.Draft(
                  create.mapped(), create.intent().text(), () -> kind.open().hint(source)));
        });
    CreatedRecords<T> created = new CreatedRecords<>(kind, run);
    Map<Long, OdooValues> read;
    try {
      read = run.creator().create(kind.model(), drafts, created.wanted(creates.values()), outcomes);
    } finally {
      creates.forEach((key, create) -> logCreated(key, create, outcomes));
    }
    now.putAll(created.accept(creates, read, outcomes));
  }

  private void logCreated(LocalKey key, Decision.Create create, BatchOutcomes outcomes) {
    if (outcomes.of(key) instanceof Outcome.Created created) {
      run.log()
          .changed(
              SyncEvent.RECORD_CREATED,
              kind.type(),
              key,
              created.odooId(),
              "created in Odoo",
              create.mapped().fields().byField().keySet());
    }
  }

  private void update(
      List<RecordUpdate<T>> updates, BatchOutcomes outcomes, Map<Long, OdooValues> now) {
    logResolutions(updates);
    List<RecordUpdate<T>> waiting = new ArrayList<>(updates);
    while (!waiting.isEmpty()) {
      List<RecordUpdate<T>> round = takeRound(waiting);
      try {
        round.forEach(this::pull);
        push(round.stream().filter(RecordUpdate::needsPush).toList(), now);
      } finally {
        run.links().save(round.stream().map(RecordUpdate::link).toList());
        for (RecordUpdate<T> update : round) {
          update.logChanges();
          update.outcome().ifPresent(outcome -> outcomes.put(update.key(), outcome));
        }
      }
    }
  }

  /** The host is written to here, and may take its time. */
  private void pull(RecordUpdate<T> update) {
    run.control().check();
    update.pull();
  }

  /** What can't be put on record is not overwritten. */
  private void logResolutions(List<RecordUpdate<T>> updates) {
    updates.forEach(RecordUpdate::logResolutions);
    run.log()
        .storeConflicts()
        .map(HostFailures::notOnRecord)
        .ifPresent(
            failure ->
                updates.stream()
                    .filter(RecordUpdate::settlesConflict)
                    .forEach(update -> update.failed(failure)));
  }

  /** Updates of different Odoo records: several local records may share one after a merge. */
  private List<RecordUpdate<T>> takeRound(List<RecordUpdate<T>> waiting) {
    Set<Long> ids = new HashSet<>();
    List<RecordUpdate<T>> round = new ArrayList<>();
    List<RecordUpdate<T>> later = new ArrayList<>();
    waiting.forEach(update -> (ids.add(update.decision().odooId()) ? round : later).add(update));
    waiting.retainAll(later);
    return round;
  }

  private void push(List<RecordUpdate<T>> updates, Map<Long, OdooValues> now) {
    Map<Long, FieldValues> values = new LinkedHashMap<>();
    Set<String> names = new TreeSet<>();
    for (RecordUpdate<T> update : updates) {
      values.put(update.decision().odooId(), update.decision().push());
      names.addAll(update.decision().mapped().fields().byField().keySet());
    }
    Pusher.Pushed pushed = run.pusher().push(kind.model(), values, names, kind.open().readAlong());
    Map<Long, OdooException> failures = pushed.failures();
    Map<Long, OdooValues> after = pushed.held();
    values.keySet().removeAll(failures.keySet());
    now.keySet().removeAll(values.keySet());
    now.putAll(after);
    for (RecordUpdate<T> update : updates) {
      OdooException failure = failures.get(update.decision().odooId());
      if (failure == null) {
        update.pushed(after.get(update.decision().odooId()));
      } else {
        update.failed(Failures.of(failure));
      }
    }
  }
}
