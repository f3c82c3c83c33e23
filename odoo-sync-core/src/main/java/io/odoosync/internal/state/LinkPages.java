package io.odoosync.internal.state;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.IdStore;
import io.odoosync.store.Link;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All links of a kind as the id store has them, page by page. For one thread. */
public final class LinkPages {

  private static final int PAGE_SIZE = 1_000;

  private final IdStore store;

  public LinkPages(Settings settings) {
    this.store = settings.storage().links();
  }

  /**
   * Reads all links of a kind.
   *
   * @param visitor takes each page
   */
  public void forEach(EntityType type, Consumer<List<Link>> visitor) {
    LocalKey last = null;
    List<Link> page;
    do {
      page = page(type, last, PAGE_SIZE);
      if (!page.isEmpty()) {
        last = page.get(page.size() - 1).key();
        visitor.accept(page);
      }
    } while (!page.isEmpty());
  }

  /** Whether there are more links of a kind than this. */
  public boolean isMoreThan(EntityType type, long count) {
    return count < Long.MAX_VALUE && count(type, count + 1) > count;
  }

  /**
   * How many links of a kind there are.
   *
   * @param most where counting ends
   */
  public long count(EntityType type, long most) {
    long counted = 0;
    LocalKey last = null;
    while (counted < most) {
      List<Link> page = page(type, last, (int) Math.min(PAGE_SIZE, most - counted));
      if (page.isEmpty()) {
        return counted;
      }
      counted += page.size();
      last = page.get(page.size() - 1).key();
    }
    return counted;
  }

  /** Those of these Odoo records that several links lead to. */
  public Set<Long> shared(EntityType type, Collection<Long> odooIds) {
    Set<Long> once = new HashSet<>();
    Set<Long> shared = new HashSet<>();
    StoreAccess.get("the id store", () -> store.findByOdooId(type, odooIds))
        .forEach(
            link -> {
              if (!once.add(Objects.requireNonNull(link.odooId()))) {
                shared.add(link.odooId());
              }
            });
    return shared;
  }

  private List<Link> page(EntityType type, @Nullable LocalKey after, int limit) {
    return StoreAccess.get("the id store", () -> store.page(type, after, limit));
  }
}
