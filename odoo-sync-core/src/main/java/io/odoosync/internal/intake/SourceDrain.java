package io.odoosync.internal.intake;

import io.odoosync.LocalKey;
import io.odoosync.internal.intake.spool.RecordOutput;
import io.odoosync.internal.state.RunControl;
import io.odoosync.internal.state.SeenKeys;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.source.SourceRecord;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Puts aside all that a source gives. While its stream is open nothing else is asked, neither Odoo
 * nor a store.
 */
final class SourceDrain<T extends SourceRecord> {

  private final Source<T> source;
  private final RunControl control;
  private final RecordOutput out;
  private final SeenKeys seen = new SeenKeys();
  private long count;
  private @Nullable LocalKey last;

  SourceDrain(Source<T> source, RunControl control, RecordOutput out) {
    this.source = source;
    this.control = control;
    this.out = out;
  }

  /** How many rows were put aside. */
  long count() {
    return count;
  }

  /**
   * Reads the source to its end, and closes it.
   *
   * @return why it did not come to its end; {@code null} if it did
   * @throws IOException if what it gives can't be put aside
   */
  @Nullable StageFailedException drain() throws IOException {
    try (HostStream<T> records = HostStream.open(source.records())) {
      while (records.hasNext()) {
        put(records.next());
      }
      return null;
    } catch (StageFailedException e) {
      return e;
    } catch (SourceException e) {
      return new StageFailedException(
          SourceFailures.ofSource(source.type(), e.words(), last), e.getCause());
    }
  }

  private void put(T record) throws IOException {
    control.checkCancelled();
    if (seen.add(record.key())) {
      putFirst(record);
    } else {
      out.constant(RowSort.DOUBLED);
      out.key(record.key());
    }
    last = record.key();
    count++;
    control.progressed();
  }

  private void putFirst(T record) throws IOException {
    String unreadable = record.unreadableBecause();
    if (unreadable == null) {
      out.constant(RowSort.RECORD);
      source.codec().write(record, out);
    } else {
      out.constant(RowSort.UNREADABLE);
      out.key(record.key());
      out.text(unreadable);
    }
  }
}
