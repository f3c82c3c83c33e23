package io.odoosync.internal.stage;

import io.odoosync.Brakes;
import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.LocalKey;
import io.odoosync.internal.change.Mark;
import io.odoosync.internal.exchange.WrittenRecords;
import io.odoosync.internal.intake.BatchReader;
import io.odoosync.internal.intake.SourceBatch;
import io.odoosync.internal.intake.SourceLookup;
import io.odoosync.internal.intake.Unfit;
import io.odoosync.internal.state.Coverage;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.source.SourceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of records in one run or plan, batch by batch: read from the source, then dealt with. A
 * page of batches is all that is held in memory. What a survey could not look over is not dealt
 * with.
 */
public final class Stage<T extends SourceRecord> {

  private static final Duration MARK_LASTS = Duration.ofHours(1);

  private final StageKind<T> kind;
  private final RunContext run;
  private final FirstLook<T> look;
  private final BatchWork<T> work;
  private final GoneRecords<T> gone;
  private final Standing standing;
  private final StageTally tally;
  private final Runnable between;
  private final Coverage coverage = new Coverage();
  private final Set<LocalKey> underWay = new HashSet<>();
  private final Set<LocalKey> dealtWithEarly = new HashSet<>();

  Stage(
      StageKind<T> kind,
      RunContext run,
      FirstLook<T> look,
      BatchWork<T> work,
      GoneRecords<T> gone,
      Standing standing,
      StageTally tally,
      Runnable between) {
    this.kind = kind;
    this.run = run;
    this.look = look;
    this.work = work;
    this.gone = gone;
    this.standing = standing;
    this.tally = tally;
    this.between = between;
  }

  /** The kind of its records. */
  public EntityType type() {
    return kind.type();
  }

  /** Counts what became of its records. */
  public StageTally tally() {
    return tally;
  }

  /**
   * Looks over its source before anything is done. From then on the stage deals only with what was
   * looked over, if that could not be all.
   *
   * @param brakes what is to be found out
   */
  public StageSurvey<T> survey(Brakes brakes) {
    return new StageSurvey<>(kind, run, coverage, gone, within(brakes), look);
  }

  /** A limit that so few records can't reach need not be looked at. */
  private Brakes within(Brakes brakes) {
    return kind.scope().keys(type()).map(keys -> brakes.forAtMost(keys.size())).orElse(brakes);
  }

  /** Drops what the source gave. A second call does nothing. */
  public void close() {
    kind.close();
  }

  /**
   * Deals with all records of the source, then with those that it does not give any more.
   *
   * @throws StageFailedException if the source or a store fails, or has failed in the survey
   */
  public void processAll() {
    if (coverage.admitsNone()) {
      throw coverage.failed();
    }
    gone.restore(coverage.seen());
    StagePace pace = new StagePace(type(), kind.intake().count(), nanoTime());
    tellProgress(pace, 0);
    BatchReader<T> reader = kind.intake().batches();
    for (List<SourceBatch<T>> page = page(reader); !page.isEmpty(); page = page(reader)) {
      look.at(page);
      for (SourceBatch<T> batch : page) {
        dealWith(batch);
        tellProgress(pace, batch.size());
      }
    }
    work.end();
    if (coverage.failure() != null) {
      throw coverage.failed();
    }
    if (isWhole()) {
      gone.settle(coverage.seen());
    } else {
      kind.scope().keys(type()).ifPresent(this::tellNotFound);
    }
  }

  /** Whether it deals with all that its source gives. */
  public boolean isWhole() {
    return kind.isWhole();
  }

  /**
   * What time it is, before all of it is looked at. Odoo is not asked again if that was looked up
   * lately.
   */
  Mark mark(Optional<Mark> last) {
    Instant now = run.settings().clock().instant();
    return last.filter(mark -> mark.asked().isAfter(now.minus(MARK_LASTS)))
        .map(mark -> mark.withHost(now))
        .orElseGet(() -> Mark.of(new WrittenRecords(run.client()).latest(kind.model()), now));
  }

  private void tellNotFound(Set<LocalKey> keys) {
    keys.stream().filter(key -> !coverage.seen().contains(key)).forEach(tally::notFound);
  }

  /**
   * Deals with some records whenever it is no other record's turn, with what their source has now.
   *
   * @throws StageFailedException if the source or a store fails
   */
  void processNow(Set<LocalKey> keys) {
    dealtWithEarly.removeAll(keys);
    process(keys);
    tellNotFound(keys);
  }

  private void tellProgress(StagePace pace, int records) {
    run.log().progress(pace.after(records, nanoTime()));
  }

  private long nanoTime() {
    return run.settings().environment().nanoTime();
  }

  private void dealWith(SourceBatch<T> batch) {
    between.run();
    process(batch.where(coverage::admits));
  }

  private List<SourceBatch<T>> page(BatchReader<T> reader) {
    return reader.page(look.size());
  }

  /**
   * Deals with some records, for those that wait for them. Keys that the host does not know are
   * passed over.
   *
   * @return those of the keys that are being dealt with already: they wait, directly or not, for
   *     the one that asks
   * @throws StageFailedException if the source or a store fails
   */
  Set<LocalKey> process(Set<LocalKey> keys) {
    Set<LocalKey> free = new LinkedHashSet<>(keys);
    free.removeAll(underWay);
    List<T> found = new SourceLookup<T>(type(), kind.kind()::find).find(admitted(free));
    run.control().progressed();
    process(SourceBatch.of(found));
    found.forEach(record -> dealtWithEarly.add(record.key()));
    Set<LocalKey> waiting = new LinkedHashSet<>(keys);
    waiting.removeAll(free);
    return waiting;
  }

  /** What could not be surveyed is not written, for others neither. */
  private Set<LocalKey> admitted(Set<LocalKey> keys) {
    Set<LocalKey> admitted = new LinkedHashSet<>(keys);
    admitted.removeIf(key -> !coverage.admits(key));
    Failure failure = coverage.failure();
    if (failure != null) {
      keys.stream()
          .filter(key -> !admitted.contains(key))
          .forEach(key -> standing.missing(type(), key, failure.reason()));
    }
    return admitted;
  }

  private void process(SourceBatch<T> batch) {
    if (batch.isEmpty()) {
      return;
    }
    batch.keys().forEach(coverage::add);
    List<Unfit> unfit = new ArrayList<>(batch.unfit());
    unfit.removeIf(one -> !one.doubled() && dealtWithEarly.remove(one.key()));
    for (Map<LocalKey, T> wave : new Waves<>(kind, run.links()).of(batch.records())) {
      process(wave, unfit);
      unfit = List.of();
    }
  }

  /** What another one waited for has been dealt with already. */
  private void process(Map<LocalKey, T> records, List<Unfit> unfit) {
    Map<LocalKey, T> wave = new LinkedHashMap<>(records);
    wave.keySet().removeIf(dealtWithEarly::remove);
    underWay.addAll(wave.keySet());
    try {
      work.process(wave, unfit);
    } finally {
      underWay.removeAll(wave.keySet());
    }
  }
}
