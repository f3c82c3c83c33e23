package io.odoosync.store;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import java.time.Instant;
import java.util.List;

/**
 * The {@code sync_logs}: what happened in which run. Entries are only ever added, and dropped when
 * they are old or when a person is to be forgotten. Implementations are safe for use by several
 * threads and prove it with {@code SyncLogStoreContract} of the testkit.
 */
public interface SyncLogStore {

  /**
   * Adds entries, all or none. If the store itself can't tell whether they were added, because its
   * connection broke while committing, it throws, and adding them again may double them.
   *
   * @param entries the entries in the order in which things happened; possibly none
   */
  void append(List<SyncLogEntry> entries);

  /**
   * Reads entries.
   *
   * @param query which entries
   * @return the newest matching ones, newest first; entries of the same instant in reverse order of
   *     their appending; empty if none matches
   */
  List<SyncLogEntry> find(SyncLogQuery query);

  /**
   * Drops old entries. A store may do so bit by bit: when it fails, some of them may be gone.
   *
   * @param instant entries before this instant go
   * @return how many were dropped; 0 when called again
   */
  long deleteBefore(Instant instant);

  /**
   * Drops all entries about a local record, with all values in them: for a person who is to be
   * forgotten.
   *
   * @param type the kind of entity
   * @param key the local record
   * @return how many were dropped; 0 when called again
   * @throws UnsupportedOperationException if the store can't; that is the default
   */
  default long delete(EntityType type, LocalKey key) {
    throw new UnsupportedOperationException(
        getClass().getName()
            + " can't drop the entries about one record: implement SyncLogStore.delete");
  }
}
