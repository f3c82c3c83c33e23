package io.odoosync.source;

import io.odoosync.LocalKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the host's contacts come from. Implemented by the host over its own repository.
 *
 * <p>An exception from either method ends its stage with a clear message in the report; the other
 * stages still run.
 */
public interface ContactSource {

  /**
   * Opens a pass over all contacts that belong into Odoo.
   *
   * @return the contacts in any order, each key once; possibly none. It is read lazily, in one
   *     thread, and closed by the engine, so it may hold a cursor or a connection. Each call starts
   *     a new pass. Beware of {@code Stream.flatMap}, which reads an inner stream whole before the
   *     first of its records is used
   */
  Stream<Contact> contacts();

  /**
   * Finds one of them, for a record that depends on it or was named by hand.
   *
   * @param key the key to look for
   * @return what the host has now, or nothing if it knows no such key
   */
  Optional<Contact> find(LocalKey key);

  /**
   * Takes what Odoo has into the host's own record, when the conflict policy says so. Only the
   * properties in {@link ContactChange#changes()} differ from what the source gave before; a host
   * writes those, and leaves the others alone.
   *
   * <p>When this returns, the change must be stored: it is then remembered as agreed. If the
   * process dies in between, the next run asks for the same change again, so applying it twice must
   * be the same as once. It is called in the thread of the run, one change at a time, and a change
   * that comes too late, because the host's record has moved since it was read, may be refused by
   * an exception. An exception makes that contact fail; Odoo's value stays in Odoo, the host's with
   * the host, and the next run tries again.
   *
   * @param change what the host's contact shall become
   * @throws UnsupportedOperationException unless the host implements it
   */
  default void apply(ContactChange change) {
    throw new UnsupportedOperationException(
        "this ContactSource can't take changes from Odoo. Implement ContactSource.apply, or choose a"
            + " conflict policy by which the host's values stay");
  }

  /**
   * A source over records that are in memory, for trials and small hosts.
   *
   * @param records the contacts, each key once; copied
   * @return the source; each of its passes gives the contacts in the collection's order
   */
  static ContactSource of(Collection<Contact> records) {
    List<Contact> copy = List.copyOf(records);
    return new ContactSource() {
      @Override
      public Stream<Contact> contacts() {
        return copy.stream();
      }

      @Override
      public Optional<Contact> find(LocalKey key) {
        return copy.stream().filter(candidate -> candidate.key().equals(key)).findFirst();
      }
    };
  }
}
