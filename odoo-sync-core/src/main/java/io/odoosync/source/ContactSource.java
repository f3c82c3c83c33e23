package io.odoosync.source;

import io.odoosync.LocalKey;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the host's contacts come from. Implemented by the host over its own repository.
 *
 * <p>An exception from {@link #contacts()} or {@link #find} ends the stage that asked, with a clear
 * message in the report; the other stages still run.
 */
public interface ContactSource {

  /**
   * Opens a pass over all contacts that belong in Odoo.
   *
   * @return the contacts in any order, each key once; possibly none. It is read lazily, in one
   *     thread, and closed by the engine, so it may hold a cursor or a connection. Each call starts
   *     a new pass. Beware of {@code Stream.flatMap}, which reads an inner stream whole before the
   *     first of its records is used
   */
  Stream<Contact> contacts();

  /**
   * Finds some of them, for records that depend on them or were named by hand. It may be called
   * while a pass is open, and with as many keys as a batch has records.
   *
   * <p>Unless overridden, this is a pass over {@link #contacts()} that ends with the last one that
   * was asked for: right for every source, and slow for a large one. Override it with a query.
   *
   * @param keys the keys to look for, each once
   * @return what the host has now of those contacts, in any order, each once; keys that it does not
   *     know are left out. Never {@code null}, and none that was not asked for: either ends the
   *     stage, as an exception does
   */
  default Collection<Contact> find(Collection<LocalKey> keys) {
    return SourcePass.find(this::contacts, keys);
  }

  /**
   * Takes what Odoo has into the host's own record, when the conflict policy says so. Only the
   * properties in {@link ContactChange#changes()} differ from what the source gave before; a host
   * writes those, and leaves the others alone.
   *
   * <p>When this returns, the change must be stored and committed: it is then remembered as agreed.
   * If the next run is given the old value again, it takes the change for lost, tells so and asks
   * for it again; it does not send the old value to Odoo. If the process dies in between, the next
   * run asks for the same change again, so applying it twice must be the same as once. It is called
   * in the thread of the run, one change at a time, and a change that comes too late, because the
   * host's record has moved since it was read, may be refused by an exception. An exception makes
   * that contact fail; Odoo's value stays in Odoo, the host's with the host, and the next run tries
   * again.
   *
   * @param change what the host's contact is to become
   * @throws UnsupportedOperationException unless the host implements it
   */
  default void apply(ContactChange change) {
    throw new UnsupportedOperationException(
        "this ContactSource can't take changes from Odoo. Implement ContactSource.apply, or choose"
            + " a conflict policy by which the host's values stay");
  }

  /**
   * A source over records that are in memory, for trials and small hosts.
   *
   * @param records the contacts, each key once; copied
   * @return the source; each of its passes gives the contacts in the collection's order
   */
  static ContactSource of(Collection<Contact> records) {
    List<Contact> copy = List.copyOf(records);
    return copy::stream;
  }
}
