package io.odoosync.verification.workflow;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.store.SyncLogStore;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** A log that can't take some entries, as if its disk were full. */
final class RefusingLogStore implements SyncLogStore {

  private final SyncLogStore store;
  private final Predicate<SyncLogEntry> refused;

  RefusingLogStore(SyncLogStore store, Predicate<SyncLogEntry> refused) {
    this.store = store;
    this.refused = refused;
  }

  @Override
  public void append(List<SyncLogEntry> entries) {
    if (entries.stream().anyMatch(refused)) {
      throw new IllegalStateException("no space left on device");
    }
    store.append(entries);
  }

  @Override
  public List<SyncLogEntry> find(SyncLogQuery query) {
    return store.find(query);
  }

  @Override
  public long deleteBefore(Instant instant) {
    throw new IllegalStateException("read-only file system");
  }

  @Override
  public long delete(EntityType type, LocalKey key) {
    throw new IllegalStateException("read-only file system");
  }
}
