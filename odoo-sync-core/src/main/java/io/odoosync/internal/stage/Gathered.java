package io.odoosync.internal.stage;

import io.odoosync.internal.stage.spool.RecordCodec;
import io.odoosync.internal.stage.spool.Spool;
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
    RecordKind<T> kind, Spool spool, long count, @Nullable StageFailedException failure) {

  /** Reads it from its start. */
  RowReader<T> rows() {
    RecordCodec<T> codec = kind.codec();
    return new RowReader<>(this, codec, spool.input());
  }
}
