package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.internal.state.Failures;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.source.SourceRecord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a source batch by batch. What a source gave before it threw is still handed out: its
 * failure comes with the next batch.
 */
final class BatchReader<T> implements AutoCloseable {

  private final EntityType type;
  private final int batchSize;
  private final Runnable progress;
  private final Stream<T> records;
  private final Iterator<T> iterator;
  private @Nullable StageFailedException failure;

  /** Opens the source of a kind. */
  static <T extends SourceRecord> BatchReader<T> of(RecordKind<T> kind, RunContext run) {
    int batchSize = run.settings().batchSize(kind.type());
    return new BatchReader<>(kind.type(), kind::records, batchSize, run.control()::progressed);
  }

  /**
   * Opens a source.
   *
   * @param progress is told of each record, since a source may be slow
   * @throws StageFailedException if the source throws
   */
  private BatchReader(
      EntityType type, Supplier<Stream<T>> source, int batchSize, Runnable progress) {
    this.type = type;
    this.batchSize = batchSize;
    this.progress = progress;
    this.records = fromSource(source);
    this.iterator = fromSource(records::iterator);
  }

  /**
   * Reads on.
   *
   * @return the next records; empty at the end
   * @throws StageFailedException if the source threw
   */
  List<T> next() {
    List<T> batch = new ArrayList<>();
    while (failure == null && batch.size() < batchSize) {
      try {
        if (!fromSource(iterator::hasNext)) {
          return batch;
        }
        batch.add(fromSource(() -> Objects.requireNonNull(iterator.next(), "a null record")));
        progress.run();
      } catch (StageFailedException e) {
        failure = e;
      }
    }
    if (batch.isEmpty() && failure != null) {
      throw failure;
    }
    return batch;
  }

  @Override
  public void close() {
    fromSource(
        () -> {
          records.close();
          return true;
        });
  }

  private <R> R fromSource(Supplier<R> access) {
    try {
      return access.get();
    } catch (RuntimeException e) {
      throw new StageFailedException(
          Failures.ofSource("the source of " + type + " records threw " + e), e);
    }
  }
}
