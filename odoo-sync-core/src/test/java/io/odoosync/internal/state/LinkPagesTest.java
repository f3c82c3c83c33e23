package io.odoosync.internal.state;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.TRAVEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.store.IdStore;
import io.odoosync.store.InMemoryIdStore;
import io.odoosync.store.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkPagesTest {

  private static final int PAGE_SIZE = 1_000;

  private final IdStore store = new InMemoryIdStore();
  private final LinkPages pages = new LinkPages(TestSettings.over(store));

  private void link(int count) {
    store.save(IntStream.rangeClosed(1, count).mapToObj(id -> link(id, id)).toList());
  }

  private static Link link(int key, long odooId) {
    return new Link(CONTACT, LocalKey.of("guest", key), odooId, null, TestSettings.NOW);
  }

  @Test
  void forEach_moreThanAPage_visitsEachLinkOnceInNoEmptyPage() {
    link(2 * PAGE_SIZE + 1);
    List<Link> visited = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    pages.forEach(
        CONTACT,
        page -> {
          visited.addAll(page);
          sizes.add(page.size());
        });
    assertThat(sizes).containsExactly(PAGE_SIZE, PAGE_SIZE, 1);
    assertThat(visited).doesNotHaveDuplicates().hasSize(2 * PAGE_SIZE + 1);
  }

  @Test
  void forEach_noLink_visitsNothing() {
    link(1);
    List<Link> visited = new ArrayList<>();
    pages.forEach(TRAVEL, visited::addAll);
    assertThat(visited).isEmpty();
  }

  @Test
  void isMoreThan_count_isTrueFromOneMoreOn() {
    assertThat(pages.isMoreThan(CONTACT, 0)).isFalse();
    link(2 * PAGE_SIZE + 1);
    assertThat(pages.isMoreThan(CONTACT, 0)).isTrue();
    assertThat(pages.isMoreThan(CONTACT, PAGE_SIZE)).isTrue();
    assertThat(pages.isMoreThan(CONTACT, 2 * PAGE_SIZE)).isTrue();
    assertThat(pages.isMoreThan(CONTACT, 2 * PAGE_SIZE + 1)).isFalse();
    assertThat(pages.isMoreThan(TRAVEL, 0)).isFalse();
  }

  @Test
  void shared_severalLinksToOneRecord_areThoseRecords() {
    store.save(List.of(link(1, 7), link(2, 7), link(3, 8), link(4, 9), link(5, 9), link(6, 9)));
    assertThat(pages.shared(CONTACT, List.of(7L, 8L, 9L, 10L))).containsExactlyInAnyOrder(7L, 9L);
    assertThat(pages.shared(CONTACT, List.of(8L))).isEmpty();
  }
}
