package io.odoosync.internal.stage;

import io.odoosync.internal.stage.spool.Spool;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.source.SourceRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the source of one kind gives to one run. It is read once, whole, and closed before anything
 * else is asked, so that no connection of the host's is held meanwhile; what it gave is put aside
 * and read from there, any number of times. For one thread.
 */
public final class Intake<T extends SourceRecord> implements AutoCloseable {

  private final RecordKind<T> kind;
  private final RunContext run;
  private final Path directory;
  private final Spool spool;
  private @Nullable Gathered<T> gathered;

  Intake(RecordKind<T> kind, RunContext run) {
    this.kind = kind;
    this.run = run;
    this.directory = run.settings().storage().temporaryFiles();
    this.spool = new Spool(directory);
  }

  /** Reads it from its start, as many records at a time as make a batch. */
  BatchReader<T> batches() {
    return new BatchReader<>(gathered().rows(), run.settings().batchSize(kind.type()));
  }

  /**
   * Visits each record that could be read.
   *
   * @throws StageFailedException if the source threw, after what it gave before
   */
  public void forEach(Consumer<T> visitor) {
    RowReader<T> rows = gathered().rows();
    while (rows.hasNext()) {
      rows.next(visitor, unfit -> {});
    }
    rows.requireComplete();
  }

  private Gathered<T> gathered() {
    if (gathered == null) {
      gathered = gather();
    }
    return gathered;
  }

  private Gathered<T> gather() {
    SourceDrain<T> drain = new SourceDrain<>(kind, run.control(), spool.output());
    try {
      StageFailedException failure = drain.drain();
      spool.complete();
      return new Gathered<>(kind, spool, drain.count(), failure);
    } catch (IOException e) {
      close();
      return new Gathered<>(
          kind,
          spool,
          0,
          new StageFailedException(SourceFailures.notPutAside(kind.type(), directory, e), e));
    }
  }

  /** Drops what was put aside. A second call does nothing. */
  @Override
  public void close() {
    try {
      spool.close();
    } catch (IOException e) {
      SafeLog.of(Intake.class, run.settings().redaction())
          .warn("what the source of {} records gave could not be dropped", kind.type(), e);
    }
  }
}
