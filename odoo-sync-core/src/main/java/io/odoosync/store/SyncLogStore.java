package io.odoosync.store;

import java.time.Instant;
import java.util.List;

/**
 * The {@code sync_logs}: what happened in which run. Entries are only ever added, and dropped when
 * they are old. Implementations are safe for use by several threads and prove it with {@code
 * SyncLogStoreContract} of the testkit.
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
   * Drops old entries.
   *
   * @param instant entries before this instant go
   * @return how many were dropped; 0 when called again
   */
  long deleteBefore(Instant instant);
}
