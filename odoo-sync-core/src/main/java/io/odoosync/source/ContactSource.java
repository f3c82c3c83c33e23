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
