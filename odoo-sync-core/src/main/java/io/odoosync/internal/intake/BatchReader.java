package io.odoosync.internal.intake;

import io.odoosync.LocalKey;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.source.SourceRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a source gave batch by batch. What it gave before it threw is handed out as well: its
 * failure comes with the next batch.
 */
public final class BatchReader<T extends SourceRecord> {

  private final RowReader<T> rows;
  private final int batchSize;
  private @Nullable StageFailedException failure;

  BatchReader(RowReader<T> rows, int batchSize) {
    this.rows = rows;
    this.batchSize = batchSize;
  }

  /**
   * Reads on by several batches.
   *
   * @param size as many records as are wanted; of the last batch there may be more
   * @return one batch or more; none at the end
   * @throws StageFailedException if the source threw
   */
  public List<SourceBatch<T>> page(int size) {
    if (failure != null) {
      throw failure;
    }
    List<SourceBatch<T>> page = new ArrayList<>();
    try {
      int read = 0;
      SourceBatch<T> batch;
      do {
        batch = next(batchSize);
        if (!batch.isEmpty()) {
          page.add(batch);
          read += batch.size();
        }
      } while (read < size && !batch.isEmpty());
    } catch (StageFailedException e) {
      failure = e;
      if (page.isEmpty()) {
        throw e;
      }
    }
    return page;
  }

  /**
   * Reads on.
   *
   * @param size how many records make a batch
   * @return the next records; empty at the end
   * @throws StageFailedException if the source threw
   */
  public SourceBatch<T> next(int size) {
    Map<LocalKey, T> records = new LinkedHashMap<>();
    List<Unfit> unfit = new ArrayList<>();
    while (records.size() + unfit.size() < size && rows.hasNext()) {
      rows.next(record -> records.put(record.key(), record), unfit::add);
    }
    if (records.isEmpty() && unfit.isEmpty()) {
      rows.requireComplete();
    }
    return new SourceBatch<>(records, unfit);
  }
}
