package io.odoosync.internal.intake;

import io.odoosync.internal.intake.spool.RecordCodec;
import io.odoosync.internal.intake.spool.Spool;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a source gave.
 *
 * @param spool where it was put aside
 * @param count how many rows
 * @param failure why these are not all; {@code null} if they are
 */
record Gathered<T extends SourceRecord>(
    Source<T> source, Spool spool, long count, @Nullable StageFailedException failure) {

  /** Reads it from its start. */
  RowReader<T> rows() {
    RecordCodec<T> codec = source.codec();
    return new RowReader<>(this, codec, spool.input());
  }
}
