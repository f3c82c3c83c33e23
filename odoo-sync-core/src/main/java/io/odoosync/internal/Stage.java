package io.odoosync.internal;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.odoo.OdooException;
import io.odoosync.plan.Base;
import io.odoosync.plan.Customers;
import io.odoosync.plan.Decision;
import io.odoosync.plan.Mapping;
import io.odoosync.plan.OdooValues;
import io.odoosync.plan.Planner;
import io.odoosync.report.Outcome;
import io.odoosync.report.StageReport;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Syncs the records of one kind, batch by batch: read from the source, look up links and customers,
 * decide, create and update, follow up, tell. A batch is all that is held in memory.
 */
final class Stage<T extends SourceRecord> {

  private final RecordKind<T> kind;
  private final int batchSize;
  private final Links links;
  private final Recovery recovery;
  private final Creator creator;
  private final Updater updater;
  private final Journal journal;
  private final StageTally tally;
  private final Function<Collection<LocalKey>, Customers> customers;
  private final BiConsumer<LocalKey, Outcome> onOutcome;

  /**
   * Makes a stage.
   *
   * @param customers looks up the customers that a batch names
   * @param onOutcome is told of each outcome
   */
  Stage(
      RecordKind<T> kind,
      RunContext run,
      Function<Collection<LocalKey>, Customers> customers,
      BiConsumer<LocalKey, Outcome> onOutcome) {
    this.kind = kind;
    this.batchSize = run.settings().batchSize(kind.type());
    this.links = run.links();
    this.recovery = run.recovery();
    this.creator = run.creator();
    this.updater = run.updater();
    this.journal = run.journal();
    this.tally = new StageTally(kind.type());
    this.customers = customers;
    this.onOutcome = onOutcome;
  }

  /** Whether there is anything to report. */
  boolean isEmpty() {
    return tally.isEmpty();
  }

  StageReport report() {
    return tally.report();
  }

  /**
   * Syncs all records of the source. Ends normally if the source, the id store or a call fails.
   *
   * @throws OdooException if no other stage could do anything either
   */
  void run() {
    long start = System.nanoTime();
    journal.stageStarted(kind.type());
    try (BatchReader<T> reader = new BatchReader<>(kind.type(), kind.source(), batchSize)) {
      for (List<T> batch = reader.next(); !batch.isEmpty(); batch = reader.next()) {
        process(batch);
      }
    } catch (StageFailedException e) {
      fail(Objects.requireNonNull(e.getMessage()));
    } catch (OdooException e) {
      if (RunStoppedException.isFor(e)) {
        throw e;
      }
      fail(e.getMessage() + ". " + e.advice());
    } finally {
      tally.took(Duration.ofNanos(System.nanoTime() - start));
      journal.stageFinished(tally.report());
    }
  }

  private void fail(String message) {
    tally.failedBecause(message);
    journal.stageFailed(kind.type(), message);
  }

  /**
   * Syncs these records; each of them has an outcome afterwards, also if this ends by exception.
   */
  void process(List<T> batch) {
    Map<LocalKey, T> records = new LinkedHashMap<>();
    for (T source : batch) {
      if (records.putIfAbsent(source.key(), source) != null) {
        tell(source.key(), Failures.doubled());
      }
    }
    Map<LocalKey, Outcome> outcomes = new HashMap<>();
    try {
      sync(records, outcomes);
    } finally {
      for (LocalKey key : records.keySet()) {
        tell(key, outcomes.getOrDefault(key, new Outcome.NotReached()));
      }
      journal.flush();
    }
  }

  private void tell(LocalKey key, Outcome outcome) {
    tally.count(key, outcome);
    onOutcome.accept(key, outcome);
    journal.record(kind.type(), key, outcome);
  }

  private void sync(Map<LocalKey, T> records, Map<LocalKey, Outcome> outcomes) {
    Map<LocalKey, Link> known = links.find(kind.type(), records.keySet());
    Customers found = customers.apply(customersOf(records.values(), known));
    kind.prepare().accept(toMap(records.values(), known));
    recover(records, found, known);
    Work work = new Work();
    records.forEach((key, source) -> work.add(key, decide(source, known.get(key), found)));
    outcomes.putAll(work.settled);
    links.save(work.kept(kind.type(), known));
    creator.create(kind.type(), work.creates, outcomes);
    updater.update(kind.type(), work.updates, outcomes);
    followUp(records, known, work, outcomes);
  }

  /** A record that was sent once is not mapped again. */
  private List<T> toMap(Collection<T> records, Map<LocalKey, Link> known) {
    return records.stream()
        .filter(source -> !(kind.sentOnce() && known.containsKey(source.key())))
        .toList();
  }

  private Decision decide(T source, @Nullable Link link, Customers found) {
    Long odooId = Planner.odooId(source, link);
    if (kind.sentOnce() && odooId != null) {
      return new Decision.Keep(odooId, Set.of(), null);
    }
    Mapping mapping = kind.mapper().map(source, found);
    return kind.planner().decide(source, link, mapping, remembered(mapping, link));
  }

  /** Until Odoo is read before it is written, it is taken to hold what was agreed. */
  private OdooValues remembered(Mapping mapping, @Nullable Link link) {
    Set<String> fields =
        mapping instanceof Mapping.Mapped mapped ? mapped.fields().byField().keySet() : Set.of();
    return Base.parse(link == null ? null : link.base()).remembered(kind.fields(), fields);
  }

  /**
   * Links the records that only Odoo still knows. They count as in step: what people may have
   * changed there is not overwritten.
   */
  private void recover(Map<LocalKey, T> records, Customers found, Map<LocalKey, Link> known) {
    List<LocalKey> unknown =
        records.values().stream()
            .filter(source -> source.odooId() == null && !known.containsKey(source.key()))
            .map(SourceRecord::key)
            .toList();
    List<Link> recovered = new ArrayList<>();
    recovery
        .find(kind.type(), unknown)
        .forEach(
            (key, id) -> {
              Mapping mapping = kind.mapper().map(Objects.requireNonNull(records.get(key)), found);
              if (mapping instanceof Mapping.Mapped mapped) {
                recovered.add(links.linked(kind.type(), key, id, mapped));
              }
            });
    links.save(recovered);
    recovered.forEach(link -> known.put(link.key(), link));
  }

  /** The decisions of one batch, by what they ask for. */
  private final class Work {
    private final Map<LocalKey, Mapping.Mapped> creates = new LinkedHashMap<>();
    private final Map<LocalKey, Decision.Update> updates = new LinkedHashMap<>();
    private final Map<LocalKey, Outcome> settled = new LinkedHashMap<>();

    private void add(LocalKey key, Decision decision) {
      if (decision instanceof Decision.Create create) {
        creates.put(key, create.mapped());
      } else if (decision instanceof Decision.Update update) {
        updates.put(key, update);
      } else if (decision instanceof Decision.Keep keep) {
        settled.put(key, new Outcome.Unchanged(keep.odooId()));
      } else if (decision instanceof Decision.Reject reject) {
        settled.put(key, Failures.rejected(reject.reason()));
      } else if (decision instanceof Decision.Block block) {
        settled.put(key, new Outcome.Blocked(block.reason()));
      } else if (decision instanceof Decision.Misfit misfit) {
        throw new RunStoppedException(misfit.problem(), null);
      }
    }

    /** New links for records that are kept because the host knew their ids. */
    private List<Link> kept(EntityType type, Map<LocalKey, Link> known) {
      List<Link> kept = new ArrayList<>();
      settled.forEach(
          (key, outcome) -> {
            if (outcome instanceof Outcome.Unchanged unchanged && !known.containsKey(key)) {
              kept.add(links.linked(type, key, unchanged.odooId(), null));
            }
          });
      return kept;
    }
  }

  /** The customers that mapping will ask for. */
  private List<LocalKey> customersOf(Collection<T> records, Map<LocalKey, Link> known) {
    return toMap(records, known).stream()
        .map(kind.customer())
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** A created record that is also changed by the follow-up was still created. */
  private void followUp(
      Map<LocalKey, T> records,
      Map<LocalKey, Link> known,
      Work work,
      Map<LocalKey, Outcome> outcomes) {
    Map<LocalKey, FollowUp.Followed<T>> present = new LinkedHashMap<>();
    records.forEach(
        (key, source) -> {
          Outcome outcome = outcomes.get(key);
          if (outcome != null) {
            odooId(
                outcome,
                id ->
                    present.put(
                        key,
                        new FollowUp.Followed<>(
                            source,
                            Objects.requireNonNullElseGet(
                                known.get(key),
                                () -> links.linked(kind.type(), key, id, work.creates.get(key))))));
          }
        });
    kind.followUp()
        .apply(present)
        .forEach(
            (key, outcome) -> {
              boolean created = outcomes.get(key) instanceof Outcome.Created;
              if (!created || outcome instanceof Outcome.Failed) {
                outcomes.put(key, outcome);
              }
            });
  }

  private static void odooId(Outcome outcome, LongConsumer id) {
    if (outcome instanceof Outcome.Created created) {
      id.accept(created.odooId());
    } else if (outcome instanceof Outcome.Updated updated) {
      id.accept(updated.odooId());
    } else if (outcome instanceof Outcome.Unchanged unchanged) {
      id.accept(unchanged.odooId());
    }
  }
}
