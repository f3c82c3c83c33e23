package io.odoosync.examples.guide;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.store.SyncLogStore;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

// region log
/** Keeps entries where another store does, and hands each to an audit trail besides. */
record ForwardingLog(SyncLogStore kept, Consumer<SyncLogEntry> audit) implements SyncLogStore {

  @Override
  public void append(List<SyncLogEntry> entries) {
    kept.append(entries); // throws if they can't be kept: then no conflict is carried out
    entries.forEach(audit);
  }

  @Override
  public List<SyncLogEntry> find(SyncLogQuery query) {
    return kept.find(query);
  }

  @Override
  public long deleteBefore(Instant instant) {
    return kept.deleteBefore(instant);
  }

  @Override
  public long delete(EntityType type, LocalKey key) {
    return kept.delete(type, key);
  }
}
// endregion
