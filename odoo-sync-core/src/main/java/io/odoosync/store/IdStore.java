package io.odoosync.store;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which Odoo record belongs to which local record. At most one link exists for each pair
 * of entity type and key; several keys may share one Odoo id (partners merged in Odoo).
 *
 * <p>Every method but {@link #reconcile} either does all that it was asked or throws and does
 * nothing. What {@link #save} wrote is seen by every later call from any thread, and survives a
 * restart where the store is durable. Implementations are safe for use by several threads. They
 * prove all of this with {@code IdStoreContract} of the testkit.
 */
public interface IdStore {

  /** The longest owner that a store must be able to keep, in characters: {@value}. */
  int MAX_OWNER_LENGTH = 1_000;

  /**
   * Reads links.
   *
   * @param type the kind of entity
   * @param keys the local records, at most a few thousand; repeated keys count once
   * @return the links that exist, by key, in no particular order; empty if there are none
   */
  Map<LocalKey, Link> find(EntityType type, Collection<LocalKey> keys);

  /**
   * Reads links by what they lead to. Pending links lead nowhere, so they are never among them.
   *
   * @param type the kind of entity
   * @param odooIds database ids in Odoo, at most a few thousand; repeated ids count once
   * @return the links to these records, several where several keys share one; ascending by id, then
   *     by {@link LocalKey#compareTo}; empty if there are none
   */
  List<Link> findByOdooId(EntityType type, Collection<Long> odooIds);

  /**
   * Inserts links, or replaces those that exist, in one transaction. Saving the same links again
   * changes nothing.
   *
   * @param links links of any entity types; if two name the same type and key, the later one counts
   */
  void save(Collection<Link> links);

  /**
   * Forgets links. Keys without a link are passed over.
   *
   * @param type the kind of entity
   * @param keys the local records
   */
  void remove(EntityType type, Collection<LocalKey> keys);

  /**
   * Reads all links of one kind, page by page, in the order of {@link LocalKey#compareTo}.
   *
   * @param type the kind of entity
   * @param after the last key of the page before, or {@code null} for the first page
   * @param limit the most links to return, 1 or more
   * @return the next links in ascending order of their keys; empty after the last one
   * @throws IllegalArgumentException if {@code limit} is less than 1
   */
  List<Link> page(EntityType type, @Nullable LocalKey after, int limit);

  /**
   * Whose links these are: which Odoo they lead to, and by which namespace. Links of another Odoo
   * are claims about strangers' records.
   *
   * @return what was last claimed; empty if nothing was. Default: always empty, for a store that
   *     does not keep it; then the engine asks Odoo for proof at the start of each run
   */
  default Optional<String> owner() {
    return Optional.empty();
  }

  /**
   * Remembers whose links these are. It replaces what was claimed before, links are left as they
   * are; claiming the same again changes nothing. Default: does nothing.
   *
   * @param owner a text that only the engine reads, 1 to {@value #MAX_OWNER_LENGTH} characters,
   *     without NUL and unpaired surrogates
   */
  default void claim(String owner) {}

  /**
   * Names those of these records of which the store can't keep a link in full, because of their
   * keys alone. The engine asks before it creates anything in Odoo for them, and lets them fail.
   * Writes nothing.
   *
   * @param type the kind of entity
   * @param keys the local records, at most a few thousand
   * @return why not, by key, in words for people; empty if all fit, which is the default
   */
  default Map<LocalKey, String> unfit(EntityType type, Collection<LocalKey> keys) {
    return Map.of();
  }

  /**
   * Brings in step whatever repeats these links outside of the store, such as columns of the host's
   * own: others may have changed it since {@link #save}. The engine asks with each batch of each
   * run, also where there is nothing else to do, so what is in step already must cost little, and
   * must not be written. Never waits for long for what somebody else has locked.
   *
   * @param links some links as the store has them; pending ones are passed over
   * @return where that could not be done, with why, in words for people; a later call may be able
   *     to. Empty if all is in step, which is the default, for a store that nothing repeats
   */
  default Map<LocalKey, String> reconcile(Collection<Link> links) {
    return Map.of();
  }
}
