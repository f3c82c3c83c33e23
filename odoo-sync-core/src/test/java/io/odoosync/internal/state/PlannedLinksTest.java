package io.odoosync.internal.state;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.LocalKey;
import io.odoosync.store.IdStore;
import io.odoosync.store.InMemoryIdStore;
import io.odoosync.store.Link;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a plan sees of the host's links and of those that it would write. */
class PlannedLinksTest {

  private static final LocalKey ONE = LocalKey.of("guest", 1);
  private static final LocalKey TWO = LocalKey.of("guest", 2);
  private static final LocalKey THREE = LocalKey.of("guest", 3);

  private final IdStore committed = new InMemoryIdStore();
  private final IdStore planning = new UncommittedIdStore(committed);

  private static Link link(LocalKey key, long id) {
    return new Link(CONTACT, key, id, null, TestSettings.NOW);
  }

  @BeforeEach
  void link() {
    committed.save(List.of(link(ONE, 7), link(THREE, 9)));
    planning.save(List.of(link(TWO, 7), link(THREE, 8)));
  }

  @Test
  void save_isNotSeenByTheHost() {
    assertThat(committed.page(CONTACT, null, 10)).containsExactly(link(ONE, 7), link(THREE, 9));
  }

  @Test
  void find_writtenByThePlan_countsMore() {
    assertThat(planning.find(CONTACT, List.of(ONE, TWO, THREE)))
        .isEqualTo(Map.of(ONE, link(ONE, 7), TWO, link(TWO, 7), THREE, link(THREE, 8)));
  }

  @Test
  void findByOdooId_replacedByThePlan_isFoundWhereItLeadsNow() {
    assertThat(planning.findByOdooId(CONTACT, List.of(9L))).isEmpty();
    assertThat(planning.findByOdooId(CONTACT, List.of(8L, 7L)))
        .containsExactly(link(ONE, 7), link(TWO, 7), link(THREE, 8));
  }

  @Test
  void page_bothStores_areOneInTheOrderOfTheKeys() {
    assertThat(planning.page(CONTACT, null, 2)).containsExactly(link(ONE, 7), link(TWO, 7));
    assertThat(planning.page(CONTACT, TWO, 2)).containsExactly(link(THREE, 8));
  }

  @Test
  void remove_isNothingThatAPlanDoes() {
    assertThatThrownBy(() -> planning.remove(CONTACT, List.of(ONE)))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
