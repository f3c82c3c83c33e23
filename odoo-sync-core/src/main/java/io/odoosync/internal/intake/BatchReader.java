package io.odoosync.internal.intake;

import io.odoosync.LocalKey;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.source.SourceRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what a source gave batch by batch. What it gave before it threw is handed out as well: its
 * failure comes with the next batch.
 */
public final class BatchReader<T extends SourceRecord> {

  private final RowReader<T> rows;
  private final int batchSize;

  BatchReader(RowReader<T> rows, int batchSize) {
    this.rows = rows;
    this.batchSize = batchSize;
  }

  /**
   * Reads on.
   *
   * @return the next records; empty at the end
   * @throws StageFailedException if the source threw
   */
  public SourceBatch<T> next() {
    Map<LocalKey, T> records = new LinkedHashMap<>();
    List<Unfit> unfit = new ArrayList<>();
    while (records.size() + unfit.size() < batchSize && rows.hasNext()) {
      rows.next(record -> records.put(record.key(), record), unfit::add);
    }
    if (records.isEmpty() && unfit.isEmpty()) {
      rows.requireComplete();
    }
    return new SourceBatch<>(records, unfit);
  }
}
