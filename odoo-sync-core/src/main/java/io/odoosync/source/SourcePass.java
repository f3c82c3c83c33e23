package io.odoosync.source;

import io.odoosync.LocalKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds records by going through all of them, for sources that have no query for it. */
final class SourcePass {

  private SourcePass() {}

  /** Ends with the last record that is asked for. */
  static <T extends SourceRecord> List<T> find(
      Supplier<Stream<T>> pass, Collection<LocalKey> keys) {
    Set<LocalKey> missing = new HashSet<>(keys);
    if (missing.isEmpty()) {
      return List.of();
    }
    try (Stream<T> records = Objects.requireNonNull(pass.get(), "null instead of a stream")) {
      return records
          .sequential()
          .filter(record -> missing.remove(Objects.requireNonNull(record, "a null record").key()))
          .limit(missing.size())
          .toList();
    }
  }
}
