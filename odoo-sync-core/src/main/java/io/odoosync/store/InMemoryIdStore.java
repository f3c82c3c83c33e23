package io.odoosync.store;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An {@link IdStore} that forgets everything with the process: for trials and tests. A production
 * host uses a durable one.
 */
public final class InMemoryIdStore implements IdStore {

  private final Map<EntityType, NavigableMap<LocalKey, Link>> links =
      new EnumMap<>(EntityType.class);
  private @Nullable String owner;

  /** Makes an empty store. */
  public InMemoryIdStore() {
    for (EntityType type : EntityType.values()) {
      links.put(type, new TreeMap<>());
    }
  }

  @Override
  public synchronized Map<LocalKey, Link> find(EntityType type, Collection<LocalKey> keys) {
    Map<LocalKey, Link> found = new HashMap<>();
    for (LocalKey key : keys) {
      Link link = of(type).get(key);
      if (link != null) {
        found.put(key, link);
      }
    }
    return found;
  }

  @Override
  public synchronized List<Link> findByOdooId(EntityType type, Collection<Long> odooIds) {
    Set<@Nullable Long> wanted = new HashSet<>(List.copyOf(odooIds));
    return of(type).values().stream()
        .filter(link -> wanted.contains(link.odooId()))
        .sorted(Comparator.comparing(InMemoryIdStore::odooId))
        .toList();
  }

  private static Long odooId(Link link) {
    return Objects.requireNonNull(link.odooId());
  }

  @Override
  public synchronized void save(Collection<Link> newLinks) {
    List.copyOf(newLinks).forEach(link -> of(link.type()).put(link.key(), link));
  }

  @Override
  public synchronized void remove(EntityType type, Collection<LocalKey> keys) {
    of(type).keySet().removeAll(List.copyOf(keys));
  }

  @Override
  public synchronized List<Link> page(EntityType type, @Nullable LocalKey after, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, but is " + limit);
    }
    NavigableMap<LocalKey, Link> rest = after == null ? of(type) : of(type).tailMap(after, false);
    return rest.values().stream().limit(limit).toList();
  }

  @Override
  public synchronized Optional<String> owner() {
    return Optional.ofNullable(owner);
  }

  @Override
  public synchronized void claim(String newOwner) {
    owner = Objects.requireNonNull(newOwner, "owner");
  }

  private NavigableMap<LocalKey, Link> of(EntityType type) {
    return Objects.requireNonNull(links.get(type));
  }
}
