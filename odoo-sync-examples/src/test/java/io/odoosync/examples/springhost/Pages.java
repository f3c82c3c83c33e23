package io.odoosync.examples.springhost;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A table read page by page, so that no connection is held between two of them. */
final class Pages {

  private Pages() {}

  static <T, K> Stream<T> stream(
      Supplier<List<T>> first, Function<K, List<T>> after, Function<T, K> key) {
    return Stream.iterate(
            first.get(),
            page -> !page.isEmpty(),
            page -> after.apply(key.apply(page.get(page.size() - 1))))
        .flatMap(List::stream);
  }
}
