package io.odoosync.internal.intake;

import io.odoosync.internal.intake.spool.Spool;
import io.odoosync.internal.state.RunControl;
import io.odoosync.internal.state.Settings;
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

  private final Source<T> source;
  private final Settings settings;
  private final RunControl control;
  private final Path directory;
  private final Spool spool;
  private @Nullable Gathered<T> gathered;

  /**
   * Prepares for reading it.
   *
   * @param control says whether to go on, and is told of each record
   */
  public Intake(Source<T> source, Settings settings, RunControl control) {
    this.source = source;
    this.settings = settings;
    this.control = control;
    this.directory = settings.storage().temporaryFiles();
    this.spool = new Spool(directory);
  }

  /** Reads it from its start, as many records at a time as make a batch. */
  public BatchReader<T> batches() {
    return new BatchReader<>(gathered().rows(), settings.recordsAtOnce(source.type()));
  }

  /** How many rows it gave. */
  public long count() {
    return gathered().count();
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
    SourceDrain<T> drain = new SourceDrain<>(source, control, spool.output());
    try {
      StageFailedException failure = drain.drain();
      spool.complete();
      return new Gathered<>(source, spool, drain.count(), failure);
    } catch (IOException e) {
      close();
      return new Gathered<>(
          source,
          spool,
          0,
          new StageFailedException(SourceFailures.notPutAside(source.type(), directory, e), e));
    }
  }

  /** Drops what was put aside. A second call does nothing. */
  @Override
  public void close() {
    try {
      spool.close();
    } catch (IOException e) {
      SafeLog.of(Intake.class, settings.redaction())
          .warn("what the source of {} records gave could not be dropped", source.type(), e);
    }
  }
}
