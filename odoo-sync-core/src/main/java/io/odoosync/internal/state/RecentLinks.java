package io.odoosync.internal.state;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.Link;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run has read of the id store or written to it lately, so that it asks once for a batch
 * that it looks at several times. Bounded, so a million links are not held in memory. For one run
 * and one thread.
 */
final class RecentLinks {

  /** The most links that are held. */
  static final int MAX_LINKS = 5_000;

  private record Name(EntityType type, LocalKey key) {}

  private final Map<Name, Optional<Link>> links =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Name, Optional<Link>> eldest) {
          return size() > MAX_LINKS;
        }
      };

  private final Map<Name, Long> proven =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Name, Long> eldest) {
          return size() > MAX_LINKS;
        }
      };

  /** The key's link was seen to lead to the record that it was made for. */
  void proven(EntityType type, LocalKey key, long odooId) {
    proven.put(new Name(type, key), odooId);
  }

  /** Whether that was seen of this link. */
  boolean isProven(Link link) {
    Long id = proven.get(new Name(link.type(), link.key()));
    return id != null && id.equals(link.odooId());
  }

  /** Those of these keys of which it is not known whether they have a link. */
  Set<LocalKey> unknown(EntityType type, Collection<LocalKey> keys) {
    Set<LocalKey> unknown = new TreeSet<>(keys);
    unknown.removeIf(key -> links.containsKey(new Name(type, key)));
    return unknown;
  }

  /** The links that are known of these keys. */
  Map<LocalKey, Link> known(EntityType type, Collection<LocalKey> keys) {
    Map<LocalKey, Link> known = new HashMap<>();
    for (LocalKey key : keys) {
      links
          .getOrDefault(new Name(type, key), Optional.empty())
          .ifPresent(link -> known.put(key, link));
    }
    return known;
  }

  /** The store was asked for these keys. */
  void read(EntityType type, Collection<LocalKey> keys, Map<LocalKey, Link> found) {
    keys.forEach(key -> links.put(new Name(type, key), Optional.ofNullable(found.get(key))));
  }

  /** The store has these now. */
  void saved(Collection<Link> saved) {
    saved.forEach(link -> links.put(new Name(link.type(), link.key()), Optional.of(link)));
  }

  /** What the store has in the place of these is not known any more. */
  void forget(Collection<Link> replaced) {
    replaced.forEach(link -> links.remove(new Name(link.type(), link.key())));
  }

  /** What the store has of these is not known any more. */
  void forget(EntityType type, Collection<LocalKey> keys) {
    keys.forEach(key -> links.remove(new Name(type, key)));
  }
}
