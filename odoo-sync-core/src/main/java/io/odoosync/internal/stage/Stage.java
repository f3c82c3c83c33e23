package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.field.Customers;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.run.Survey;
import io.odoosync.internal.state.Failures;
import io.odoosync.internal.state.Outcomes;
import io.odoosync.internal.state.PlanDraft;
import io.odoosync.internal.state.PlanGate;
import io.odoosync.internal.state.Quarantine;
import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.odoo.OdooException;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.plan.PlannedRecord.Action;
import io.odoosync.report.Outcome;
import io.odoosync.report.StageReport;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Syncs the records of one kind, batch by batch: read from the source, decide, carry out, follow
 * up, tell. A batch is all that is held in memory.
 */
public final class Stage<T extends SourceRecord> {

  private final RecordKind<T> kind;
  private final RunContext run;
  private final Decider<T> decider;
  private final Executor<T> executor;
  private final PlanView<T> view;
  private final StageTally tally;
  private final BiConsumer<LocalKey, Outcome> onOutcome;

  /**
   * Makes a stage.
   *
   * @param customers looks up the customers that a batch names
   * @param onOutcome is told of each outcome
   */
  public Stage(
      RecordKind<T> kind,
      RunContext run,
      Function<Collection<LocalKey>, Customers> customers,
      BiConsumer<LocalKey, Outcome> onOutcome) {
    this.kind = kind;
    this.run = run;
    this.decider = new Decider<>(kind, run, customers);
    this.executor = new Executor<>(kind, run);
    this.view = new PlanView<>(kind, run);
    this.tally = new StageTally(kind.type());
    this.onOutcome = onOutcome;
  }

  public EntityType type() {
    return kind.type();
  }

  /** Whether there is anything to report. */
  public boolean isEmpty() {
    return tally.isEmpty();
  }

  public StageReport report() {
    return tally.report();
  }

  /**
   * Syncs all records of the source. Ends normally if the source, the id store or a call fails.
   *
   * @throws OdooException if no other stage could do anything either
   * @throws RunStoppedException if the run must not go on
   */
  public void run() {
    long start = System.nanoTime();
    run.journal().stageStarted(kind.type());
    try (BatchReader<T> reader = open()) {
      for (List<T> batch = reader.next(); !batch.isEmpty(); batch = reader.next()) {
        process(batch);
      }
    } catch (StageFailedException e) {
      fail(e.failure());
    } catch (OdooException e) {
      if (RunStoppedException.isFor(e)) {
        throw e;
      }
      fail(Failures.failure(e));
    } finally {
      tally.took(Duration.ofNanos(System.nanoTime() - start));
      run.journal().stageFinished(tally.report());
    }
  }

  private BatchReader<T> open() {
    return new BatchReader<>(kind.type(), kind.source(), run.settings().batchSize(kind.type()));
  }

  private void fail(Failure failure) {
    tally.failedBecause(failure);
    run.journal().stageFailed(kind.type(), failure);
  }

  /**
   * Syncs these records; each of them has an outcome afterwards, also if this ends by exception.
   */
  public void process(List<T> batch) {
    Map<LocalKey, T> records = distinct(batch);
    Map<LocalKey, Outcome> outcomes = new HashMap<>();
    try {
      run.control().checkCancelled();
      Quarantine.Watch watch = run.quarantine().watch(kind.type(), records);
      try {
        outcomes.putAll(watch.held());
        Map<LocalKey, T> open = new LinkedHashMap<>(records);
        open.keySet().removeAll(outcomes.keySet());
        sync(open, outcomes);
      } finally {
        watch.settle(outcomes);
      }
    } finally {
      for (LocalKey key : records.keySet()) {
        tell(key, outcomes.getOrDefault(key, new Outcome.NotReached()));
      }
      run.journal().flush();
    }
  }

  private Map<LocalKey, T> distinct(List<T> batch) {
    Map<LocalKey, T> records = new LinkedHashMap<>();
    for (T source : batch) {
      if (records.putIfAbsent(source.key(), source) != null) {
        tell(source.key(), Failures.doubled());
      }
    }
    return records;
  }

  private void tell(LocalKey key, Outcome outcome) {
    tally.count(key, outcome);
    onOutcome.accept(key, outcome);
    run.journal().record(kind.type(), key, outcome);
  }

  private void sync(Map<LocalKey, T> records, Map<LocalKey, Outcome> outcomes) {
    Decider.Batch<T> batch = decider.decide(records);
    PlanGate gate = run.planGate();
    if (gate != null) {
      batch = batch.without(leftOut(gate, batch, outcomes));
    }
    executor.carryOut(batch, outcomes);
    followUp(records, outcomes);
  }

  private Set<LocalKey> leftOut(
      PlanGate gate, Decider.Batch<T> batch, Map<LocalKey, Outcome> outcomes) {
    Map<LocalKey, PlannedRecord> now = view.of(batch);
    Set<LocalKey> leftOut = new HashSet<>();
    for (LocalKey key : batch.decided().keySet()) {
      gate.refusal(kind.type(), key, now.get(key))
          .ifPresent(
              reason -> {
                leftOut.add(key);
                outcomes.put(key, Failures.notPlanned(reason));
              });
    }
    return leftOut;
  }

  /**
   * Plans all records of the source; a failure of the source or the store is said in the plan.
   *
   * @throws OdooException if no other stage could be planned either
   * @throws RunStoppedException if nothing can be planned
   */
  public void plan(PlanDraft draft) {
    try (BatchReader<T> reader = open()) {
      for (List<T> batch = reader.next(); !batch.isEmpty(); batch = reader.next()) {
        plan(batch, draft);
      }
    }
  }

  /** Plans these records. */
  public void plan(List<T> batch, PlanDraft draft) {
    run.control().checkCancelled();
    Map<LocalKey, T> open = new LinkedHashMap<>();
    for (T source : batch) {
      if (open.putIfAbsent(source.key(), source) != null) {
        draft.add(view.notDone(source.key(), Action.FAIL, Failures.doubled().reason()));
      }
    }
    Map<LocalKey, Outcome> held = run.quarantine().watch(kind.type(), open).held();
    held.forEach((key, outcome) -> draft.add(view.held(key, (Outcome.Quarantined) outcome)));
    open.keySet().removeAll(held.keySet());
    Decider.Batch<T> decided = decider.decide(open);
    Map<LocalKey, PlannedRecord> planned = view.of(decided);
    decided
        .decided()
        .forEach(
            (key, record) -> {
              draft.add(kind.type(), key, planned.get(key));
              if (record.link() != null) {
                run.links().save(List.of(record.link()));
              }
            });
  }

  private void followUp(Map<LocalKey, T> records, Map<LocalKey, Outcome> outcomes) {
    Map<LocalKey, T> present = new LinkedHashMap<>(records);
    present.keySet().removeIf(key -> !outcomes.containsKey(key) || !isPresent(outcomes.get(key)));
    Map<LocalKey, FollowUp.Followed<T>> followed = new LinkedHashMap<>();
    Map<LocalKey, Link> links = run.links().stored(kind.type(), present.keySet());
    present.forEach(
        (key, source) -> followed.put(key, new FollowUp.Followed<>(source, links.get(key))));
    kind.followUp().apply(followed).forEach((key, outcome) -> add(outcomes, key, outcome));
  }

  private static boolean isPresent(Outcome outcome) {
    return Outcomes.odooId(outcome).isPresent();
  }

  /** A failure counts more than what went well, and that more than what was not needed. */
  private static void add(Map<LocalKey, Outcome> outcomes, LocalKey key, Outcome further) {
    boolean nothingYet = outcomes.get(key) instanceof Outcome.Unchanged;
    if (nothingYet || further instanceof Outcome.Failed) {
      outcomes.put(key, further);
    }
  }

  /** The Odoo fields that this stage sets. */
  public Set<String> mappedFields() {
    return kind.mappedFields();
  }

  /** Whether records of this kind were synced before. */
  public boolean hasLinks() {
    return run.links().hasAny(kind.type());
  }

  /**
   * Counts what the source holds. Asks Odoo for nothing but the names that unsent documents use.
   *
   * @return nothing if the source fails, which the stage itself will report
   * @throws RunStoppedException if a record can't be mapped on this server at all
   */
  public Optional<Survey.Count> survey() {
    Survey.Count count = new Survey.Count(0, 0, 0);
    try (BatchReader<T> reader = open()) {
      for (List<T> batch = reader.next(); !batch.isEmpty(); batch = reader.next()) {
        run.control().checkCancelled();
        count = count.plus(count(batch));
      }
      return Optional.of(count);
    } catch (StageFailedException e) {
      return Optional.empty();
    }
  }

  private Survey.Count count(List<T> batch) {
    Map<LocalKey, Link> links =
        run.links().stored(kind.type(), batch.stream().map(SourceRecord::key).toList());
    List<T> mapped =
        batch.stream()
            .filter(source -> !kind.sentOnce() || !links.containsKey(source.key()))
            .toList();
    kind.prepare().accept(mapped);
    Customers customers = run.links().customers(mapped.stream().map(kind.customer()));
    long changed = 0;
    for (T source : mapped) {
      Mapping mapping = kind.mapper().map(source, customers);
      requireFit(source, mapping);
      changed += isChanged(links.get(source.key()), mapping) ? 1 : 0;
    }
    return new Survey.Count(batch.size(), links.size(), changed);
  }

  /** Also of a record that waits for its customer, which the same run is going to create. */
  private void requireFit(T source, Mapping mapping) {
    LocalKey customer = kind.customer().apply(source);
    Mapping own =
        mapping instanceof Mapping.Blocked && customer != null
            ? kind.mapper().map(source, new Customers(Map.of(), Map.of(), Set.of(customer)))
            : mapping;
    if (own instanceof Mapping.Misfit misfit) {
      throw new RunStoppedException(misfit.failure(), null);
    }
  }

  private static boolean isChanged(@Nullable Link link, Mapping mapping) {
    return link != null
        && mapping instanceof Mapping.Mapped mapped
        && !Base.parse(link.base()).wasSentAs(mapped.fields());
  }
}
