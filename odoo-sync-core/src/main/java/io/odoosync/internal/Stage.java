package io.odoosync.internal;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.plan.Customers;
import io.odoosync.plan.Decision;
import io.odoosync.plan.Mapping;
import io.odoosync.plan.Planner;
import io.odoosync.report.Outcome;
import io.odoosync.report.StageReport;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Syncs the records of one kind, batch by batch: read from the source, look up links and customers,
 * decide, create and update, follow up, tell. A batch is all that is held in memory.
 */
final class Stage<T extends SourceRecord> {

  private final RecordKind<T> kind;
  private final int batchSize;
  private final Links links;
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
    this.creator = run.creator();
    this.updater = run.updater();
    this.journal = run.journal();
    this.tally = new StageTally(kind.type());
    this.customers = customers;
    this.onOutcome = onOutcome;
  }

  EntityType type() {
    return kind.type();
  }

  /** Whether there is anything to report. */
  boolean isEmpty() {
    return tally.isEmpty();
  }

  StageReport report() {
    return tally.report();
  }

  /** Syncs all records of the source. Ends normally if the source or the id store fails. */
  void run() {
    long start = System.nanoTime();
    journal.stageStarted(kind.type());
    try (Stream<T> records = fromSource(kind.source())) {
      Iterator<T> iterator = fromSource(records::iterator);
      for (List<T> batch = next(iterator); !batch.isEmpty(); batch = next(iterator)) {
        process(batch);
      }
    } catch (StageFailedException e) {
      tally.failedBecause(Objects.requireNonNull(e.getMessage()));
      journal.stageFailed(kind.type(), Objects.requireNonNull(e.getMessage()));
    } finally {
      tally.took(Duration.ofNanos(System.nanoTime() - start));
      journal.stageFinished(tally.report());
    }
  }

  private List<T> next(Iterator<T> iterator) {
    return fromSource(
        () -> {
          List<T> batch = new ArrayList<>();
          while (batch.size() < batchSize && iterator.hasNext()) {
            batch.add(iterator.next());
          }
          return batch;
        });
  }

  private <R> R fromSource(Supplier<R> access) {
    try {
      return access.get();
    } catch (RuntimeException e) {
      throw new StageFailedException(
          "the source of "
              + kind.type()
              + " records threw "
              + e
              + ". Mend the source, then run again; what was read before is synced",
          e);
    }
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
    Customers found = customers.apply(customersOf(records.values()));
    Map<LocalKey, Mapping.Mapped> creates = new LinkedHashMap<>();
    Map<LocalKey, Decision.Update> updates = new LinkedHashMap<>();
    List<Link> adopted = new ArrayList<>();
    records.forEach(
        (key, source) -> {
          Link link = known.get(key);
          Decision decision =
              Planner.decide(source, link, kind.sentOnce(), () -> kind.mapper().map(source, found));
          if (decision instanceof Decision.Create create) {
            creates.put(key, create.mapped());
          } else if (decision instanceof Decision.Update update) {
            updates.put(key, update);
          } else if (decision instanceof Decision.Keep keep) {
            outcomes.put(key, new Outcome.Unchanged(keep.odooId()));
            if (link == null) {
              adopted.add(links.linked(kind.type(), key, keep.odooId(), null));
            }
          } else if (decision instanceof Decision.Reject reject) {
            outcomes.put(key, Failures.rejected(reject.reason()));
          } else if (decision instanceof Decision.Block block) {
            outcomes.put(key, new Outcome.Blocked(block.reason()));
          }
        });
    links.save(adopted);
    creator.create(kind.type(), creates, outcomes);
    updater.update(kind.type(), updates, outcomes);
    followUp(records, outcomes);
  }

  private List<LocalKey> customersOf(Collection<T> records) {
    return records.stream().map(kind.customer()).filter(Objects::nonNull).distinct().toList();
  }

  /** A created record that is also changed by the follow-up was still created. */
  private void followUp(Map<LocalKey, T> records, Map<LocalKey, Outcome> outcomes) {
    Map<LocalKey, Long> odooIds = new HashMap<>();
    outcomes.forEach((key, outcome) -> odooId(outcome, id -> odooIds.put(key, id)));
    Map<LocalKey, T> present = new LinkedHashMap<>(records);
    present.keySet().retainAll(odooIds.keySet());
    kind.followUp()
        .apply(present, odooIds)
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
