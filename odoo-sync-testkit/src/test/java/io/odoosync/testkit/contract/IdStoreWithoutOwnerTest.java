package io.odoosync.testkit.contract;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.IdStore;
import io.odoosync.store.InMemoryIdStore;
import io.odoosync.store.Link;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A store may leave the methods that have a default as they are. */
class IdStoreWithoutOwnerTest extends IdStoreContract {

  @Override
  protected IdStore emptyStore() {
    return new Required(new InMemoryIdStore());
  }

  @Override
  protected boolean keepsOwner() {
    return false;
  }

  private record Required(IdStore links) implements IdStore {

    @Override
    public Map<LocalKey, Link> find(EntityType type, Collection<LocalKey> keys) {
      return links.find(type, keys);
    }

    @Override
    public List<Link> findByOdooId(EntityType type, Collection<Long> odooIds) {
      return links.findByOdooId(type, odooIds);
    }

    @Override
    public void save(Collection<Link> changed) {
      links.save(changed);
    }

    @Override
    public void remove(EntityType type, Collection<LocalKey> keys) {
      links.remove(type, keys);
    }

    @Override
    public List<Link> page(EntityType type, @Nullable LocalKey after, int limit) {
      return links.page(type, after, limit);
    }
  }
}
