package io.odoosync.store;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** A {@link SyncLogStore} that forgets everything with the process: for trials and tests. */
public final class InMemorySyncLogStore implements SyncLogStore {

  private final List<SyncLogEntry> entries = new ArrayList<>();

  /** Makes an empty store. */
  public InMemorySyncLogStore() {}

  @Override
  public synchronized void append(List<SyncLogEntry> newEntries) {
    entries.addAll(List.copyOf(newEntries));
  }

  @Override
  public synchronized List<SyncLogEntry> find(SyncLogQuery query) {
    List<SyncLogEntry> newestFirst = new ArrayList<>(entries);
    Collections.reverse(newestFirst);
    return newestFirst.stream()
        .filter(query::matches)
        .sorted(Comparator.comparing(SyncLogEntry::at).reversed())
        .limit(query.limit())
        .toList();
  }

  @Override
  public synchronized long deleteBefore(Instant instant) {
    return delete(entry -> entry.at().isBefore(instant));
  }

  @Override
  public synchronized long delete(EntityType type, LocalKey key) {
    return delete(SyncLogQuery.all().withType(type).withKey(key)::matches);
  }

  private long delete(Predicate<SyncLogEntry> condition) {
    long before = entries.size();
    entries.removeIf(condition);
    return before - entries.size();
  }
}
