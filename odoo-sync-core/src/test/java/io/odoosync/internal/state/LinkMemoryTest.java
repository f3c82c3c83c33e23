package io.odoosync.internal.state;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.TRAVEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.IdStore;
import io.odoosync.store.InMemoryIdStore;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The id store as a run uses it, and what of it is asked for twice. */
class LinkMemoryTest {

  private static final LocalKey ONE = LocalKey.of("guest", 1);
  private static final LocalKey TWO = LocalKey.of("guest", 2);
  private static final LocalKey THREE = LocalKey.of("guest", 3);

  private final Counted store = new Counted();
  private final Links links = new Links(TestSettings.over(store), TestSettings.client());

  private static Link link(LocalKey key, long id) {
    return new Link(CONTACT, key, id, "base", TestSettings.NOW);
  }

  @Test
  void stored_askedTwice_asksTheStoreOnceForEachKey() {
    store.save(List.of(link(ONE, 7)));
    assertThat(links.stored(CONTACT, List.of(ONE, TWO))).isEqualTo(Map.of(ONE, link(ONE, 7)));
    assertThat(links.stored(CONTACT, List.of(ONE, TWO, THREE)))
        .isEqualTo(Map.of(ONE, link(ONE, 7)));
    links.stored(CONTACT, List.of(TWO, THREE));
    assertThat(store.asked).containsExactly(Set.of(ONE, TWO), Set.of(THREE));
  }

  @Test
  void stored_ofAnotherKind_isAskedForItself() {
    links.save(List.of(link(ONE, 7)));
    assertThat(links.stored(TRAVEL, List.of(ONE))).isEmpty();
    assertThat(store.asked).containsExactly(Set.of(ONE));
  }

  @Test
  void stored_savedByThisRun_isKnownWithoutTheStore() {
    links.save(List.of(link(ONE, 7)));
    assertThat(links.stored(CONTACT, List.of(ONE))).isEqualTo(Map.of(ONE, link(ONE, 7)));
    assertThat(store.asked).isEmpty();
    assertThat(store.find(CONTACT, List.of(ONE))).isEqualTo(Map.of(ONE, link(ONE, 7)));
  }

  @Test
  void stored_storeFailedWhileSaving_isAskedForAgain() {
    links.stored(CONTACT, List.of(ONE));
    store.broken = true;
    assertThatThrownBy(() -> links.save(List.of(link(ONE, 7))))
        .isInstanceOf(StageFailedException.class)
        .hasMessageContaining("the id store failed: disk full");
    store.broken = false;
    links.stored(CONTACT, List.of(ONE));
    assertThat(store.asked).hasSize(2);
  }

  @Test
  void stored_moreThanAreHeld_asksForTheOldestAgain() {
    List<LocalKey> many =
        IntStream.rangeClosed(1, RecentLinks.MAX_LINKS + 1)
            .mapToObj(i -> LocalKey.of("guest", i))
            .toList();
    many.forEach(key -> links.stored(CONTACT, List.of(key)));
    store.asked.clear();
    links.stored(CONTACT, List.of(THREE));
    assertThat(store.asked).isEmpty();
    links.stored(CONTACT, List.of(ONE));
    assertThat(store.asked).containsExactly(Set.of(ONE));
  }

  @Test
  void find_linked_asksOdooNothing() {
    store.save(List.of(link(ONE, 7)));
    assertThat(links.find(CONTACT, List.of(ONE, TWO))).isEqualTo(Map.of(ONE, link(ONE, 7)));
  }

  @Test
  void odooIds_pending_isNotAmongThem() {
    links.intend(CONTACT, Map.of(TWO, "base"));
    links.link(CONTACT, Map.of(ONE, 7L), Map.of(ONE, "base"));
    assertThat(links.odooIds(CONTACT, List.of(ONE, TWO, THREE))).isEqualTo(Map.of(ONE, 7L));
  }

  @Test
  void intend_bases_areStoredAsPendingNow() {
    links.intend(CONTACT, Map.of(ONE, "base"));
    assertThat(store.find(CONTACT, List.of(ONE)))
        .isEqualTo(Map.of(ONE, Link.pending(CONTACT, ONE, "base", TestSettings.NOW)));
  }

  @Test
  void link_ids_areStoredWithTheirBases() {
    links.link(CONTACT, Map.of(ONE, 7L, TWO, 8L), Map.of(ONE, "base"));
    assertThat(store.find(CONTACT, List.of(ONE, TWO)))
        .isEqualTo(
            Map.of(ONE, link(ONE, 7), TWO, new Link(CONTACT, TWO, 8L, null, TestSettings.NOW)));
  }

  @Test
  void rebased_link_keepsWhenItsRecordWasCreated() {
    Link old = new Link(CONTACT, ONE, 7L, "old", Instant.EPOCH, Instant.EPOCH);
    assertThat(links.rebased(old, "new"))
        .isEqualTo(new Link(CONTACT, ONE, 7L, "new", TestSettings.NOW, Instant.EPOCH));
  }

  @Test
  void forget_intent_isInTheStoreNoMore() {
    links.intend(CONTACT, Map.of(ONE, "a", TWO, "b"));
    links.forget(CONTACT, List.of(ONE));
    assertThat(links.stored(CONTACT, List.of(ONE, TWO)).keySet()).containsExactly(TWO);
    assertThat(store.find(CONTACT, List.of(ONE, TWO)).keySet()).containsExactly(TWO);
  }

  @Test
  void saveAndForget_nothing_doNotAskTheStore() {
    store.broken = true;
    links.save(List.of());
    links.forget(CONTACT, List.of());
    assertThat(links.stored(CONTACT, List.of())).isEmpty();
  }

  @Test
  void hasAny_link_isTrueForItsKindAlone() {
    assertThat(links.hasAny(CONTACT)).isFalse();
    store.save(List.of(link(ONE, 7)));
    assertThat(links.hasAny(CONTACT)).isTrue();
    assertThat(links.hasAny(TRAVEL)).isFalse();
  }

  @Test
  void sharers_severalOfOneRecord_areAllButTheOneThatAsks() {
    store.save(List.of(link(TWO, 7), link(ONE, 7), link(THREE, 8)));
    assertThat(links.sharers(CONTACT, List.of(7L, 8L, 9L)))
        .isEqualTo(Map.of(7L, new TreeSet<>(Set.of(ONE, TWO)), 8L, Set.of(THREE)));
    assertThat(links.sharers(CONTACT, ONE, 7)).containsExactly(TWO);
    assertThat(links.sharers(CONTACT, THREE, 8)).isEmpty();
    assertThat(links.sharers(CONTACT, ONE, 9)).isEmpty();
  }

  @Test
  void holders_ids_areThoseThatBelongToSomebody() {
    store.save(List.of(link(ONE, 7)));
    assertThat(links.holders(CONTACT, List.of(7L, 8L))).isEqualTo(Map.of(7L, ONE));
  }

  @Test
  void isProven_sameLinkOrItsSuccessor_isTrueWhileItLeadsThere() {
    links.proven(CONTACT, ONE, 7);
    assertThat(links.isProven(link(ONE, 7))).isTrue();
    assertThat(links.isProven(links.rebased(link(ONE, 7), "new"))).isTrue();
    assertThat(links.isProven(link(ONE, 8))).isFalse();
    assertThat(links.isProven(link(TWO, 7))).isFalse();
    assertThat(links.isProven(Link.pending(CONTACT, ONE, null, TestSettings.NOW))).isFalse();
  }

  @Test
  void isProven_moreThanAreHeld_isForgotten() {
    for (int i = 1; i <= RecentLinks.MAX_LINKS + 1; i++) {
      links.proven(CONTACT, LocalKey.of("guest", i), i);
    }
    assertThat(links.isProven(link(ONE, 1))).isFalse();
    assertThat(links.isProven(link(TWO, 2))).isTrue();
  }

  @Test
  void claim_owner_isTheStoresOwner() {
    assertThat(links.owner()).isEmpty();
    links.claim("me");
    assertThat(links.owner()).hasValue("me");
    assertThat(store.owner()).hasValue("me");
  }

  @Test
  void page_links_areTheStoresInTheirOrder() {
    store.save(List.of(link(TWO, 8), link(ONE, 7), link(THREE, 9)));
    assertThat(links.page(CONTACT, ONE, 1)).containsExactly(link(TWO, 8));
    assertThat(links.page(CONTACT, null, 2)).containsExactly(link(ONE, 7), link(TWO, 8));
  }

  @Test
  void leadingTo_idsInOdoo_areTheLinksOfThese() {
    links.save(List.of(link(ONE, 7), link(TWO, 8)));

    assertThat(links.leadingTo(CONTACT, List.of(8L, 9L))).containsExactly(link(TWO, 8));
  }

  @Test
  void reconcileAndUnfit_whatTheStoreSays_isHandedOn() {
    store.troubles.put(TWO, "column too short");

    assertThat(links.unfit(CONTACT, List.of(ONE, TWO))).isEqualTo(Map.of(TWO, "column too short"));
    assertThat(links.reconcile(List.of(link(ONE, 7), link(TWO, 8))))
        .isEqualTo(Map.of(TWO, "column too short"));
  }

  @Test
  void reconcile_intentsOnly_asksNothing() {
    store.broken = true;

    assertThat(links.reconcile(List.of(new Link(CONTACT, ONE, null, null, TestSettings.NOW))))
        .isEmpty();
  }

  /** Remembers what it is asked for, and can break. */
  private static final class Counted implements IdStore {
    private final IdStore links = new InMemoryIdStore();
    private final List<Set<LocalKey>> asked = new ArrayList<>();
    private final Map<LocalKey, String> troubles = new TreeMap<>();
    private boolean broken;

    private IdStore whole() {
      if (broken) {
        throw new IllegalStateException("disk full");
      }
      return links;
    }

    @Override
    public Map<LocalKey, Link> find(EntityType type, Collection<LocalKey> keys) {
      asked.add(Set.copyOf(keys));
      return whole().find(type, keys);
    }

    @Override
    public List<Link> findByOdooId(EntityType type, Collection<Long> odooIds) {
      return whole().findByOdooId(type, odooIds);
    }

    @Override
    public Map<LocalKey, String> unfit(EntityType type, Collection<LocalKey> keys) {
      return troubles;
    }

    @Override
    public Map<LocalKey, String> reconcile(Collection<Link> made) {
      whole();
      return troubles;
    }

    @Override
    public void save(Collection<Link> saved) {
      whole().save(saved);
    }

    @Override
    public void remove(EntityType type, Collection<LocalKey> keys) {
      whole().remove(type, keys);
    }

    @Override
    public List<Link> page(EntityType type, @Nullable LocalKey after, int limit) {
      return whole().page(type, after, limit);
    }

    @Override
    public Optional<String> owner() {
      return whole().owner();
    }

    @Override
    public void claim(String owner) {
      whole().claim(owner);
    }
  }
}
