package io.odoosync.internal.intake;

import io.odoosync.internal.intake.spool.RecordCodec;
import io.odoosync.internal.intake.spool.RecordInput;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.source.SourceRecord;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Consumer;

/** Reads what a source gave row by row, in its order. */
final class RowReader<T extends SourceRecord> {

  private final Gathered<T> gathered;
  private final RecordCodec<T> codec;
  private final RecordInput in;
  private long left;

  RowReader(Gathered<T> gathered, RecordCodec<T> codec, RecordInput in) {
    this.gathered = gathered;
    this.codec = codec;
    this.in = in;
    this.left = gathered.count();
  }

  boolean hasNext() {
    return left > 0;
  }

  /** Reads the next row into one of the two. */
  void next(Consumer<T> records, Consumer<Unfit> unfit) {
    left--;
    try {
      switch (Objects.requireNonNull(in.constant(RowSort.values()))) {
        case RECORD -> records.accept(codec.read(in));
        case DOUBLED -> unfit.accept(Unfit.doubled(in.key()));
        case UNREADABLE -> unfit.accept(Unfit.unreadable(in.key(), in.requiredText()));
      }
    } catch (IOException e) {
      throw new StageFailedException(SourceFailures.notReadBack(gathered.source().type(), e), e);
    }
  }

  /**
   * Makes sure that there is no more.
   *
   * @throws StageFailedException if the source failed before it came to its end
   */
  void requireComplete() {
    StageFailedException failure = gathered.failure();
    if (failure != null) {
      throw failure;
    }
  }
}
