package io.odoosync.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A {@link StateStore} that forgets everything with the process: for trials and tests. */
public final class InMemoryStateStore implements StateStore {

  private final NavigableMap<String, String> values = new TreeMap<>();

  /** Makes an empty store. */
  public InMemoryStateStore() {}

  @Override
  public synchronized Map<String, String> find(Collection<String> names) {
    Map<String, String> found = new HashMap<>();
    for (String name : names) {
      String value = values.get(StateStore.requireName(name));
      if (value != null) {
        found.put(name, value);
      }
    }
    return found;
  }

  @Override
  public synchronized void save(Map<String, String> newValues) {
    Map<String, String> copy = Map.copyOf(newValues);
    copy.forEach((name, value) -> StateStore.requireValue(StateStore.requireName(name), value));
    values.putAll(copy);
  }

  @Override
  public synchronized void remove(Collection<String> names) {
    List<String> copy = List.copyOf(names);
    copy.forEach(StateStore::requireName);
    copy.forEach(values::remove);
  }

  @Override
  public synchronized SortedMap<String, String> page(
      String prefix, @Nullable String after, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, but is " + limit);
    }
    if (!prefix.isEmpty()) {
      StateStore.requireName(prefix);
    }
    SortedMap<String, String> page = new TreeMap<>();
    rest(prefix, after).entrySet().stream()
        .takeWhile(entry -> entry.getKey().startsWith(prefix))
        .limit(limit)
        .forEach(entry -> page.put(entry.getKey(), entry.getValue()));
    return page;
  }

  private SortedMap<String, String> rest(String prefix, @Nullable String after) {
    boolean onTheWay = after != null && StateStore.requireName(after).compareTo(prefix) >= 0;
    return onTheWay ? values.tailMap(after, false) : values.tailMap(prefix, true);
  }
}
