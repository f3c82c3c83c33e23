package io.odoosync.spring;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A table read page by page, each page beginning after the last key of the one before:
 *
 * <pre>{@code
 * KeysetPages.stream(0L, teachers::findTop500ByIdGreaterThanOrderById, Teacher::getId)
 * }</pre>
 *
 * <p>No connection, cursor or persistence context is held between two pages, only one page is in
 * memory, and the last page costs what the first one does.
 */
public final class KeysetPages {

  private KeysetPages() {}

  /**
   * Reads lazily to the end.
   *
   * @param before a key that is before all others
   * @param after gives the rows after a key in the order of their keys, some hundred at most; none
   *     after the last one
   * @param key the key of a row
   * @param <K> the type of the keys
   * @param <T> the type of the rows
   * @return the rows in the order of their keys, for one thread
   */
  public static <K, T> Stream<T> stream(
      K before, Function<? super K, List<T>> after, Function<? super T, ? extends K> key) {
    Iterator<T> rows = new Rows<>(before, after, key);
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  private static final class Rows<K, T> implements Iterator<T> {
    private final Function<? super K, List<T>> after;
    private final Function<? super T, ? extends K> key;
    private K last;
    private Iterator<T> page = List.<T>of().iterator();
    private boolean isOver;

    private Rows(
        K before, Function<? super K, List<T>> after, Function<? super T, ? extends K> key) {
      this.last = before;
      this.after = after;
      this.key = key;
    }

    @Override
    public boolean hasNext() {
      if (!page.hasNext() && !isOver) {
        page = after.apply(last).iterator();
        isOver = !page.hasNext();
      }
      return page.hasNext();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      T row = page.next();
      last = key.apply(row);
      return row;
    }
  }
}
