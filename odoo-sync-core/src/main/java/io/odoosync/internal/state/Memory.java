package io.odoosync.internal.state;

import io.odoosync.store.StateStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;

/** The state store as one engine uses it: its names begin with the engine's namespace. */
public final class Memory {

  private static final int PAGE_SIZE = 500;

  private final StateStore store;
  private final String prefix;
  private final Runnable progress;
  private final Outgoing outgoing;

  public Memory(Settings settings) {
    this(settings, () -> {});
  }

  /**
   * Makes it for one run.
   *
   * @param progress is told of each answer of the store
   */
  public Memory(Settings settings, Runnable progress) {
    this.store = settings.storage().state();
    this.prefix = settings.namespace() + "/";
    this.progress = progress;
    this.outgoing = settings.outgoing();
  }

  /** The door for failures that are remembered. */
  Outgoing outgoing() {
    return outgoing;
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(find(List.of(name)).get(name));
  }

  public Map<String, String> find(Collection<String> names) {
    Map<String, String> found = new HashMap<>();
    guarded(() -> store.find(names.stream().map(prefix::concat).toList()))
        .forEach((name, value) -> found.put(name.substring(prefix.length()), value));
    return found;
  }

  /** All values whose names begin like this, in the order of the names. */
  public Map<String, String> all(String beginning) {
    Map<String, String> all = new LinkedHashMap<>();
    String last = null;
    SortedMap<String, String> page;
    do {
      String after = last;
      page = guarded(() -> store.page(prefix + beginning, after, PAGE_SIZE));
      page.forEach((name, value) -> all.put(name.substring(prefix.length()), value));
      last = page.isEmpty() ? null : page.lastKey();
    } while (last != null);
    return all;
  }

  public void save(Map<String, String> values) {
    if (!values.isEmpty()) {
      Map<String, String> prefixed = new HashMap<>();
      values.forEach((name, value) -> prefixed.put(prefix + name, value));
      guarded(
          () -> {
            store.save(prefixed);
            return true;
          });
    }
  }

  /** Forgets values, passing over those that are not there. */
  public void remove(Collection<String> names) {
    if (!names.isEmpty()) {
      guarded(
          () -> {
            store.remove(names.stream().map(prefix::concat).toList());
            return true;
          });
    }
  }

  private <R> R guarded(Supplier<R> access) {
    R answer = StoreAccess.get("the state store", access);
    progress.run();
    return answer;
  }
}
