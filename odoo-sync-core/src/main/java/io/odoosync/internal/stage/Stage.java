package io.odoosync.internal.stage;

import io.odoosync.Brakes;
import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.LocalKey;
import io.odoosync.internal.state.Coverage;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.source.SourceRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One kind of records in one run or plan, batch by batch: read from the source, then dealt with. A
 * batch is all that is held in memory. What a survey could not look over is not dealt with.
 */
public final class Stage<T extends SourceRecord> {

  private final StageKind<T> kind;
  private final RunContext run;
  private final BatchWork<T> work;
  private final GoneRecords<T> gone;
  private final Standing standing;
  private final StageTally tally;
  private final Coverage coverage = new Coverage();

  Stage(
      StageKind<T> kind,
      RunContext run,
      BatchWork<T> work,
      GoneRecords<T> gone,
      Standing standing,
      StageTally tally) {
    this.kind = kind;
    this.run = run;
    this.work = work;
    this.gone = gone;
    this.standing = standing;
    this.tally = tally;
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
    return new StageSurvey<>(kind, run, coverage, gone, brakes);
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
    try (BatchReader<T> reader = BatchReader.of(kind.kind(), run)) {
      for (List<T> batch = reader.next(); !batch.isEmpty(); batch = reader.next()) {
        process(batch.stream().filter(source -> coverage.admits(source.key())).toList());
      }
    }
    if (coverage.failure() != null) {
      throw coverage.failed();
    }
    gone.settle(coverage.seen());
  }

  /**
   * Deals with some records, for those that wait for them. Keys that the host does not know are
   * passed over.
   *
   * @throws StageFailedException if the source or a store fails
   */
  void process(Set<LocalKey> keys) {
    Set<LocalKey> admitted = new LinkedHashSet<>(keys);
    admitted.removeIf(key -> !coverage.admits(key));
    Failure failure = coverage.failure();
    if (failure != null) {
      keys.stream()
          .filter(key -> !admitted.contains(key))
          .forEach(key -> standing.missing(type(), key, failure.reason()));
    }
    process(new SourceLookup<T>(type(), kind.kind()::find).find(admitted));
  }

  private void process(List<T> batch) {
    if (batch.isEmpty()) {
      return;
    }
    Map<LocalKey, T> records = new LinkedHashMap<>();
    List<LocalKey> doubled = new ArrayList<>();
    for (T source : batch) {
      coverage.add(source.key());
      if (records.putIfAbsent(source.key(), source) != null) {
        doubled.add(source.key());
      }
    }
    work.process(records, doubled);
  }
}
