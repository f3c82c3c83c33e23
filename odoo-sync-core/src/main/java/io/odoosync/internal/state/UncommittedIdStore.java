package io.odoosync.internal.state;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.IdStore;
import io.odoosync.store.InMemoryIdStore;
import io.odoosync.store.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An id store over the host's that keeps what is written to itself: for what only plans. Nothing is
 * ever removed from it, since a plan takes no intent back. For one thread.
 */
final class UncommittedIdStore implements IdStore {

  private final IdStore committed;
  private final IdStore written = new InMemoryIdStore();

  UncommittedIdStore(IdStore committed) {
    this.committed = committed;
  }

  @Override
  public Map<LocalKey, Link> find(EntityType type, Collection<LocalKey> keys) {
    Map<LocalKey, Link> found = new HashMap<>(committed.find(type, keys));
    found.putAll(written.find(type, keys));
    return found;
  }

  @Override
  public List<Link> findByOdooId(EntityType type, Collection<Long> odooIds) {
    List<Link> found = new ArrayList<>(written.findByOdooId(type, odooIds));
    committed.findByOdooId(type, odooIds).stream()
        .filter(link -> written.find(type, List.of(link.key())).isEmpty())
        .forEach(found::add);
    found.sort(
        Comparator.comparing((Link link) -> Objects.requireNonNull(link.odooId()))
            .thenComparing(Link::key));
    return found;
  }

  @Override
  public void save(Collection<Link> links) {
    written.save(links);
  }

  @Override
  public void remove(EntityType type, Collection<LocalKey> keys) {
    throw new UnsupportedOperationException("a plan removes no link");
  }

  @Override
  public List<Link> page(EntityType type, @Nullable LocalKey after, int limit) {
    Map<LocalKey, Link> merged = new TreeMap<>();
    committed.page(type, after, limit).forEach(link -> merged.put(link.key(), link));
    written.page(type, after, limit).forEach(link -> merged.put(link.key(), link));
    return merged.values().stream().limit(limit).toList();
  }

  @Override
  public Optional<String> owner() {
    return written.owner().or(committed::owner);
  }

  @Override
  public void claim(String owner) {
    written.claim(owner);
  }

  @Override
  public Map<LocalKey, String> unfit(EntityType type, Collection<LocalKey> keys) {
    return committed.unfit(type, keys);
  }
}
