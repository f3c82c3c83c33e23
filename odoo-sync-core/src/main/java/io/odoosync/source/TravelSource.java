package io.odoosync.source;

import io.odoosync.LocalKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the host's travels come from. Implemented by the host over its own repository.
 *
 * <p>An exception from either method ends its stage with a clear message in the report; the other
 * stages still run.
 */
public interface TravelSource {

  /**
   * Opens a pass over all travels that belong into Odoo's sales pipeline.
   *
   * @return the travels in any order, each key once; possibly none. It is read lazily, in one
   *     thread, and closed by the engine, so it may hold a cursor or a connection. Each call starts
   *     a new pass. Beware of {@code Stream.flatMap}, which reads an inner stream whole before the
   *     first of its records is used
   */
  Stream<Travel> travels();

  /**
   * Finds one of them, for a record that depends on it or was named by hand.
   *
   * @param key the key to look for
   * @return what the host has now, or nothing if it knows no such key
   */
  Optional<Travel> find(LocalKey key);

  /**
   * A source over records that are in memory, for trials and small hosts.
   *
   * @param records the travels, each key once; copied
   * @return the source; each of its passes gives the travels in the collection's order
   */
  static TravelSource of(Collection<Travel> records) {
    List<Travel> copy = List.copyOf(records);
    return new TravelSource() {
      @Override
      public Stream<Travel> travels() {
        return copy.stream();
      }

      @Override
      public Optional<Travel> find(LocalKey key) {
        return copy.stream().filter(candidate -> candidate.key().equals(key)).findFirst();
      }
    };
  }
}
