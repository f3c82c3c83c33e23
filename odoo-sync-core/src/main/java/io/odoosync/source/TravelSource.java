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
   * Takes what Odoo has into the host's own record, when the conflict policy says so. Only the
   * properties in {@link TravelChange#changes()} differ from what the source gave before; a host
   * writes those, and leaves the others alone.
   *
   * <p>When this returns, the change must be stored: it is then remembered as agreed. If the
   * process dies in between, the next run asks for the same change again, so applying it twice must
   * be the same as once. It is called in the thread of the run, one change at a time, and a change
   * that comes too late, because the host's record has moved since it was read, may be refused by
   * an exception. An exception makes that travel fail; Odoo's value stays in Odoo, the host's with
   * the host, and the next run tries again.
   *
   * @param change what the host's travel shall become
   * @throws UnsupportedOperationException unless the host implements it
   */
  default void apply(TravelChange change) {
    throw new UnsupportedOperationException(
        "this TravelSource can't take changes from Odoo. Implement TravelSource.apply, or choose a"
            + " conflict policy by which the host's values stay");
  }

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
