package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.source.SourceRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One kind of records in one run or plan, batch by batch: read from the source, then dealt with. A
 * batch is all that is held in memory.
 */
public final class Stage<T extends SourceRecord> {

  private final StageKind<T> kind;
  private final RunContext run;
  private final BatchWork<T> work;
  private final StageTally tally;

  Stage(StageKind<T> kind, RunContext run, BatchWork<T> work, StageTally tally) {
    this.kind = kind;
    this.run = run;
    this.work = work;
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

  /** Looks over its source before anything is done. */
  public StageSurvey<T> survey() {
    return new StageSurvey<>(kind, run);
  }

  /**
   * Deals with all records of the source.
   *
   * @throws StageFailedException if the source or a store fails
   */
  public void processAll() {
    try (BatchReader<T> reader = BatchReader.of(kind.kind(), run)) {
      for (List<T> batch = reader.next(); !batch.isEmpty(); batch = reader.next()) {
        process(batch);
      }
    }
  }

  /**
   * Deals with some records, for those that wait for them. Keys that the host does not know are
   * passed over.
   *
   * @throws StageFailedException if the source or a store fails
   */
  void process(Set<LocalKey> keys) {
    process(new SourceLookup<T>(type(), kind.kind()::find).find(keys));
  }

  private void process(List<T> batch) {
    Map<LocalKey, T> records = new LinkedHashMap<>();
    List<LocalKey> doubled = new ArrayList<>();
    for (T source : batch) {
      if (records.putIfAbsent(source.key(), source) != null) {
        doubled.add(source.key());
      }
    }
    work.process(records, doubled);
  }
}
