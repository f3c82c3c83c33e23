package io.odoosync.examples.guide;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.IdStore;
import io.odoosync.store.Link;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

// region store
/** Links in a sorted map, which stands for whatever the application keeps things in. */
final class OurIdStore implements IdStore {

  private record Place(EntityType type, LocalKey key) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return Comparator.comparing(Place::type).thenComparing(Place::key).compare(this, other);
    }
  }

  private final NavigableMap<Place, Link> links = new TreeMap<>();
  private @Nullable String owner;

  @Override
  public synchronized Map<LocalKey, Link> find(EntityType type, Collection<LocalKey> keys) {
    return keys.stream()
        .distinct()
        .map(key -> links.get(new Place(type, key)))
        .filter(Objects::nonNull)
        .collect(Collectors.toMap(Link::key, Function.identity()));
  }

  @Override
  public synchronized List<Link> findByOdooId(EntityType type, Collection<Long> odooIds) {
    Set<Long> wanted = Set.copyOf(odooIds);
    return links.values().stream()
        .filter(link -> link.type() == type && !link.isPending())
        .filter(link -> wanted.contains(link.odooId()))
        .sorted(Comparator.comparing(Link::odooId)) // and by key, as they come
        .toList();
  }

  @Override
  public synchronized void save(Collection<Link> changed) {
    List.copyOf(changed) // fails before anything is changed, if it fails
        .forEach(link -> links.put(new Place(link.type(), link.key()), link));
  }

  @Override
  public synchronized void remove(EntityType type, Collection<LocalKey> keys) {
    List.copyOf(keys).forEach(key -> links.remove(new Place(type, key)));
  }

  @Override
  public synchronized List<Link> page(EntityType type, @Nullable LocalKey after, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, but is " + limit);
    }
    return links.values().stream()
        .filter(link -> link.type() == type)
        .filter(link -> after == null || link.key().compareTo(after) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<String> owner() {
    return Optional.ofNullable(owner);
  }

  @Override
  public synchronized void claim(String claimed) {
    owner = claimed;
  }
}
// endregion
