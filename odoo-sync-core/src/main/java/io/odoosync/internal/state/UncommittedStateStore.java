package io.odoosync.internal.state;

import io.odoosync.store.StateStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A state store over the host's that forgets what is written: for what only plans. */
record UncommittedStateStore(StateStore committed) implements StateStore {

  @Override
  public Map<String, String> find(Collection<String> names) {
    return new HashMap<>(committed.find(names));
  }

  @Override
  public void save(Map<String, String> values) {
    // A plan counts no failure and no skipped run, so there is nothing to keep.
  }

  @Override
  public void remove(Collection<String> names) {
    // As above.
  }

  @Override
  public SortedMap<String, String> page(String prefix, @Nullable String after, int limit) {
    return committed.page(prefix, after, limit);
  }
}
