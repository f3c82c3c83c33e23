package io.odoosync.testing;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.InMemorySyncLogStore;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.store.SyncLogStore;
import java.time.Instant;
import java.util.List;

/** A sync log that can't delete single entries, and can break. */
public final class BreakableLog implements SyncLogStore {

  private final SyncLogStore entries = new InMemorySyncLogStore();
  private boolean broken;

  /** From now on it throws, or does not any more. */
  public void breaks(boolean now) {
    broken = now;
  }

  /** What it has, also while it is broken. */
  public List<SyncLogEntry> kept() {
    return entries.find(SyncLogQuery.all());
  }

  private SyncLogStore whole() {
    if (broken) {
      throw new IllegalStateException("disk full");
    }
    return entries;
  }

  @Override
  public void append(List<SyncLogEntry> more) {
    whole().append(more);
  }

  @Override
  public List<SyncLogEntry> find(SyncLogQuery query) {
    return whole().find(query);
  }

  @Override
  public long deleteBefore(Instant instant) {
    return whole().deleteBefore(instant);
  }

  @Override
  public long delete(EntityType type, LocalKey key) {
    whole();
    return SyncLogStore.super.delete(type, key);
  }
}
