package io.odoosync.store;

import org.jspecify.annotations.Nullable;

/**
 * All storage ports of one engine together, which usually are in one place: the host's database
 * ({@code JdbcStores} of the JDBC module), or the memory of the process ({@link InMemoryStores}).
 * Each method gives the same store every time.
 */
public interface Stores {

  /**
   * The links between local records and Odoo's.
   *
   * @return the store of the links
   */
  IdStore idStore();

  /**
   * What the sync remembers besides the links.
   *
   * @return the store of that
   */
  StateStore stateStore();

  /**
   * The sync log.
   *
   * @return the store of {@code sync_logs}
   */
  SyncLogStore syncLogStore();

  /**
   * The lock that keeps runs apart.
   *
   * @return the lock
   */
  RunLock runLock();

  /**
   * The records that changed since a run has dealt with them.
   *
   * @return the outbox; {@code null}, which is the default, if these stores have none: then the
   *     engine has one of its own in memory, unless the host gives it another
   */
  default @Nullable Outbox outbox() {
    return null;
  }
}
