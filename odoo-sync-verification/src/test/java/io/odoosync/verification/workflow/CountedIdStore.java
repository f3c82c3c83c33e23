package io.odoosync.verification.workflow;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.IdStore;
import io.odoosync.store.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notes of which kind each reading of links was. */
class CountedIdStore implements IdStore {

  private final IdStore store;
  private final List<EntityType> finds = new ArrayList<>();

  CountedIdStore(IdStore store) {
    this.store = store;
  }

  /** One entry a call of {@link #find}. May be cleared. */
  List<EntityType> finds() {
    return finds;
  }

  @Override
  public Map<LocalKey, Link> find(EntityType type, Collection<LocalKey> keys) {
    finds.add(type);
    return store.find(type, keys);
  }

  @Override
  public List<Link> findByOdooId(EntityType type, Collection<Long> odooIds) {
    return store.findByOdooId(type, odooIds);
  }

  @Override
  public void save(Collection<Link> links) {
    store.save(links);
  }

  @Override
  public void remove(EntityType type, Collection<LocalKey> keys) {
    store.remove(type, keys);
  }

  @Override
  public List<Link> page(EntityType type, @Nullable LocalKey after, int limit) {
    return store.page(type, after, limit);
  }

  @Override
  public Optional<String> owner() {
    return store.owner();
  }

  @Override
  public void claim(String owner) {
    store.claim(owner);
  }
}
