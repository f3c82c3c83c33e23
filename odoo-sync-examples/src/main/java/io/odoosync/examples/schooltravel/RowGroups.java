package io.odoosync.examples.schooltravel;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Joins rows that follow each other and share a key, such as the lines of one invoice. Holds one
 * group at a time.
 */
final class RowGroups<R> extends AbstractSpliterator<List<R>> {

  private final Iterator<R> rows;
  private final Function<R, ?> key;
  private @Nullable R next;

  private RowGroups(Iterator<R> rows, Function<R, ?> key) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.rows = rows;
    this.key = key;
    this.next = nextRow();
  }

  /** The groups; closing them closes the rows. */
  static <R> Stream<List<R>> of(Stream<R> rows, Function<R, ?> key) {
    try {
      return StreamSupport.stream(new RowGroups<>(rows.iterator(), key), false)
          .onClose(rows::close);
    } catch (RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  @Override
  public boolean tryAdvance(Consumer<? super List<R>> action) {
    R first = next;
    if (first == null) {
      return false;
    }
    List<R> group = new ArrayList<>();
    for (R row = first; row != null && sameGroup(first, row); row = nextRow()) {
      group.add(row);
    }
    action.accept(List.copyOf(group));
    return true;
  }

  private boolean sameGroup(R first, R row) {
    return key.apply(row).equals(key.apply(first));
  }

  private @Nullable R nextRow() {
    next = rows.hasNext() ? rows.next() : null;
    return next;
  }
}
