package io.odoosync.testkit.contract;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.EntityType.TRAVEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.IdStore;
import io.odoosync.store.Link;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link IdStore} must do. Extend it beside the store:
 *
 * <pre>{@code
 * class MyIdStoreTest extends IdStoreContract {
 *   @Override
 *   protected IdStore emptyStore() {
 *     return new MyIdStore(...);
 *   }
 * }
 * }</pre>
 */
public abstract class IdStoreContract {

  private static final Instant AT = Instant.parse("2026-03-29T01:30:00.123Z");
  private static final int THOUSANDS = 5_000;

  private @Nullable IdStore opened;

  /** For subclasses. */
  protected IdStoreContract() {}

  /**
   * Makes the store under test.
   *
   * @return a store without links, independent of those of other tests
   * @throws Exception if that fails; the test then fails too
   */
  protected abstract IdStore emptyStore() throws Exception;

  /**
   * Opens the same data again, as the host would after a restart.
   *
   * @return a new store over what the last {@link #emptyStore} holds; empty, which is the default,
   *     if the store is not durable
   * @throws Exception if that fails; the test then fails too
   */
  protected Optional<IdStore> reopenedStore() throws Exception {
    return Optional.empty();
  }

  /**
   * Whether the store remembers whose links it holds.
   *
   * @return {@code true} unless overridden, for a store that leaves {@link IdStore#claim} as it is
   */
  protected boolean keepsOwner() {
    return true;
  }

  @BeforeEach
  void open() throws Exception {
    opened = emptyStore();
  }

  // find

  @Test
  void find_nothingSaved_isEmpty() {
    assertThat(store().find(CONTACT, List.of(teacher(1)))).isEmpty();
  }

  @Test
  void find_noKeys_isEmpty() {
    store().save(List.of(linked(1, 10)));
    assertThat(store().find(CONTACT, List.of())).isEmpty();
  }

  @Test
  void find_someKeysLinked_returnsThoseByKey() {
    store().save(List.of(linked(1, 10), linked(2, 20), linked(3, 30)));
    assertThat(store().find(CONTACT, List.of(teacher(3), teacher(1), teacher(4))))
        .isEqualTo(Map.of(teacher(1), linked(1, 10), teacher(3), linked(3, 30)));
  }

  @Test
  void find_repeatedKeys_countOnce() {
    store().save(List.of(linked(1, 10)));
    assertThat(store().find(CONTACT, List.of(teacher(1), teacher(1), teacher(1))))
        .isEqualTo(Map.of(teacher(1), linked(1, 10)));
  }

  @Test
  void find_sameKeyOfAnotherType_isAnotherLink() {
    store().save(List.of(linked(1, 10), new Link(TRAVEL, teacher(1), 11L, null, AT)));
    assertThat(found(CONTACT, teacher(1)).odooId()).isEqualTo(10L);
    assertThat(found(TRAVEL, teacher(1)).odooId()).isEqualTo(11L);
    assertThat(store().find(INVOICE, List.of(teacher(1)))).isEmpty();
  }

  @Test
  void find_thousandsOfKeys_returnsAll() {
    List<Link> links = IntStream.rangeClosed(1, THOUSANDS).mapToObj(i -> linked(i, i)).toList();
    store().save(links);
    List<LocalKey> keys = links.stream().map(Link::key).toList();
    assertThat(store().find(CONTACT, keys))
        .hasSize(THOUSANDS)
        .containsValues(links.toArray(Link[]::new));
  }

  // findByOdooId

  @Test
  void findByOdooId_nothingSaved_isEmpty() {
    assertThat(store().findByOdooId(CONTACT, List.of(1L))).isEmpty();
  }

  @Test
  void findByOdooId_noIds_isEmpty() {
    store().save(List.of(linked(1, 10)));
    assertThat(store().findByOdooId(CONTACT, List.of())).isEmpty();
  }

  @Test
  void findByOdooId_someIdsLinked_returnsThoseInTheirOrder() {
    store().save(List.of(linked(1, 30), linked(2, 1L << 40), linked(3, 10), linked(4, 20)));
    assertThat(store().findByOdooId(CONTACT, List.of(1L << 40, 11L, 30L, 10L)))
        .containsExactly(linked(3, 10), linked(1, 30), linked(2, 1L << 40));
  }

  @Test
  void findByOdooId_severalKeysWithOneId_returnsAllInTheOrderOfTheKeys() {
    store().save(List.of(linked(3, 10), linked(1, 10), linked(2, 9), linked(4, 11)));
    assertThat(store().findByOdooId(CONTACT, List.of(10L, 9L)))
        .containsExactly(linked(2, 9), linked(1, 10), linked(3, 10));
  }

  @Test
  void findByOdooId_repeatedIds_countOnce() {
    store().save(List.of(linked(1, 10)));
    assertThat(store().findByOdooId(CONTACT, List.of(10L, 10L))).containsExactly(linked(1, 10));
  }

  @Test
  void findByOdooId_sameIdOfAnotherType_isAnotherRecord() {
    store().save(List.of(linked(1, 10), new Link(TRAVEL, teacher(2), 10L, null, AT)));
    assertThat(store().findByOdooId(CONTACT, List.of(10L))).containsExactly(linked(1, 10));
    assertThat(store().findByOdooId(INVOICE, List.of(10L))).isEmpty();
  }

  @Test
  void findByOdooId_pendingLinks_areNeverFound() {
    store().save(List.of(linked(1, 10), Link.pending(CONTACT, teacher(2), null, AT)));
    store().save(List.of(Link.pending(CONTACT, teacher(1), null, AT)));
    assertThat(store().findByOdooId(CONTACT, List.of(10L, 0L, -1L))).isEmpty();
  }

  @Test
  void findByOdooId_afterTheIdMoved_followsIt() {
    store().save(List.of(linked(1, 10), linked(2, 20)));
    store().save(List.of(linked(1, 20)));
    assertThat(store().findByOdooId(CONTACT, List.of(10L))).isEmpty();
    assertThat(store().findByOdooId(CONTACT, List.of(20L)))
        .containsExactly(linked(1, 20), linked(2, 20));
    store().remove(CONTACT, List.of(teacher(1), teacher(2)));
    assertThat(store().findByOdooId(CONTACT, List.of(20L))).isEmpty();
  }

  @Test
  void findByOdooId_thousandsOfIds_returnsAll() {
    List<Link> links = IntStream.rangeClosed(1, THOUSANDS).mapToObj(i -> linked(i, i)).toList();
    store().save(links);
    List<Long> ids = IntStream.rangeClosed(1, THOUSANDS).mapToObj(Long::valueOf).toList();
    assertThat(store().findByOdooId(CONTACT, ids)).isEqualTo(links);
  }

  // save

  @Test
  void save_link_keepsEveryPart() {
    Link link = new Link(INVOICE, LocalKey.of("bill", "2026/0042"), 1L << 40, "{\"a\": 1}", AT);
    store().save(List.of(link));
    assertThat(store().find(INVOICE, List.of(link.key())))
        .containsExactly(Map.entry(link.key(), link));
  }

  @Test
  void save_pendingLink_staysPending() {
    Link link = Link.pending(CONTACT, teacher(1), null, AT);
    store().save(List.of(link));
    assertThat(found(CONTACT, teacher(1))).isEqualTo(link);
  }

  @Test
  void save_existingLink_isReplacedAsAWhole() {
    store().save(List.of(new Link(CONTACT, teacher(1), 10L, "base", AT)));
    Link pending = Link.pending(CONTACT, teacher(1), null, AT.plusMillis(1));
    store().save(List.of(pending));
    assertThat(everything(CONTACT)).containsExactly(pending);
  }

  @Test
  void save_sameLinksAgain_changesNothing() {
    List<Link> links = List.of(linked(1, 10), Link.pending(CONTACT, teacher(2), null, AT));
    store().save(links);
    store().save(links);
    assertThat(everything(CONTACT)).isEqualTo(links);
  }

  @Test
  void save_sameKeyTwiceInOneCall_keepsTheLater() {
    store().save(List.of(linked(1, 10), linked(2, 20), linked(1, 11)));
    assertThat(everything(CONTACT)).containsExactly(linked(1, 11), linked(2, 20));
  }

  @Test
  void save_severalTypesInOneCall_keepsAll() {
    List<Link> links =
        Stream.of(EntityType.values())
            .map(type -> new Link(type, teacher(9), 9L, null, AT))
            .toList();
    store().save(links);
    assertThat(links).allSatisfy(link -> assertThat(everything(link.type())).containsExactly(link));
  }

  @Test
  void save_severalKeysWithOneOdooId_keepsAll() {
    store().save(List.of(linked(1, 10), linked(2, 10), linked(3, 10)));
    assertThat(everything(CONTACT)).extracting(Link::odooId).containsExactly(10L, 10L, 10L);
  }

  @Test
  void save_noLinks_changesNothing() {
    store().save(List.of(linked(1, 10)));
    store().save(List.of());
    assertThat(everything(CONTACT)).containsExactly(linked(1, 10));
  }

  @Test
  void save_failingHalfway_savesNothing() {
    store().save(List.of(linked(1, 10)));
    List<Link> breaking = new BreakingList<>(List.of(linked(1, 11), linked(2, 20)));
    assertThatThrownBy(() -> store().save(breaking)).isInstanceOf(RuntimeException.class);
    assertThat(everything(CONTACT)).containsExactly(linked(1, 10));
  }

  @Test
  void save_baseOfMegabytes_isKept() {
    String base = "\u00E9\uD83D\uDE00\"\\\n".repeat(500_000);
    store().save(List.of(new Link(CONTACT, teacher(1), 10L, base, AT)));
    assertThat(base.equals(found(CONTACT, teacher(1)).base())).isTrue();
  }

  @Test
  void save_base_isKeptToTheCharacter() {
    for (String base : AwkwardTexts.MESSAGES) {
      store().save(List.of(new Link(CONTACT, teacher(1), 10L, base, AT)));
      assertThat(found(CONTACT, teacher(1)).base()).isEqualTo(base);
    }
  }

  @Test
  void save_updatedAt_isKeptToTheMillisecond() {
    for (Instant updatedAt : AwkwardTimes.INSTANTS) {
      store().save(List.of(Link.pending(CONTACT, teacher(1), "base", updatedAt)));
      assertThat(found(CONTACT, teacher(1)).updatedAt().truncatedTo(ChronoUnit.MILLIS))
          .isEqualTo(updatedAt.truncatedTo(ChronoUnit.MILLIS));
    }
  }

  @Test
  void save_createdAt_isKeptToTheMillisecond() {
    for (Instant createdAt : AwkwardTimes.INSTANTS) {
      Link link = linked(1, 10).withCreatedAt(createdAt);
      store().save(List.of(link));
      assertThat(found(CONTACT, teacher(1))).isEqualTo(link);
    }
  }

  @Test
  void save_createdAt_isFoundByEveryWayAndReplaced() {
    Link proven = linked(1, 10).withCreatedAt(Instant.parse("2026-10-25T00:59:59Z"));
    store().save(List.of(linked(1, 10)));
    store().save(List.of(proven));
    assertThat(found(CONTACT, teacher(1))).isEqualTo(proven);
    assertThat(store().findByOdooId(CONTACT, List.of(10L))).containsExactly(proven);
    assertThat(everything(CONTACT)).containsExactly(proven);
    store().save(List.of(linked(1, 10)));
    assertThat(found(CONTACT, teacher(1)).createdAt()).isNull();
  }

  @Test
  void save_idsThatLookAlike_staysApart() {
    List<Link> links =
        AwkwardTexts.IDS.stream()
            .map(id -> new Link(CONTACT, LocalKey.of("x", id), 1L, id, AT))
            .toList();
    store().save(links);
    assertThat(everything(CONTACT)).hasSameSizeAs(links);
    assertThat(links).allSatisfy(link -> assertThat(found(CONTACT, link.key())).isEqualTo(link));
  }

  @Test
  void save_kindsThatLookAlike_staysApart() {
    List<LocalKey> keys =
        List.of(
            LocalKey.of("a", "1"),
            LocalKey.of("A", "1"),
            LocalKey.of("a_", "1"),
            LocalKey.of("a1", "1"),
            LocalKey.of("a", "11"),
            LocalKey.of("a11", "/1"));
    store().save(keys.stream().map(key -> Link.pending(CONTACT, key, null, AT)).toList());
    assertThat(store().find(CONTACT, keys)).containsOnlyKeys(keys);
  }

  @Test
  void save_seenByAnotherThread_atOnce() throws Exception {
    store().save(List.of(linked(1, 10)));
    List<Link> seen = Race.run(2, number -> found(CONTACT, teacher(1)));
    assertThat(seen).containsOnly(linked(1, 10));
  }

  @Test
  void save_thenRestart_isStillThere() throws Exception {
    store().save(List.of(linked(1, 10), Link.pending(CONTACT, teacher(2), null, AT)));
    store().remove(CONTACT, List.of(teacher(1)));
    Optional<IdStore> reopened = reopenedStore();
    assumeThat(reopened).as("the store is durable").isPresent();
    opened = reopened.orElseThrow();
    assertThat(everything(CONTACT)).containsExactly(Link.pending(CONTACT, teacher(2), null, AT));
  }

  // remove

  @Test
  void remove_links_forgetsThoseOnly() {
    store().save(List.of(linked(1, 10), linked(2, 20), linked(3, 30)));
    store().remove(CONTACT, List.of(teacher(1), teacher(3), teacher(3)));
    assertThat(everything(CONTACT)).containsExactly(linked(2, 20));
  }

  @Test
  void remove_keysWithoutLink_arePassedOver() {
    store().save(List.of(linked(1, 10)));
    store().remove(CONTACT, List.of(teacher(2), teacher(1)));
    store().remove(CONTACT, List.of(teacher(1)));
    store().remove(CONTACT, List.of());
    assertThat(everything(CONTACT)).isEmpty();
  }

  @Test
  void remove_oneType_leavesTheSameKeyOfOthers() {
    store().save(List.of(linked(1, 10), new Link(TRAVEL, teacher(1), 11L, null, AT)));
    store().remove(CONTACT, List.of(teacher(1)));
    assertThat(store().find(CONTACT, List.of(teacher(1)))).isEmpty();
    assertThat(found(TRAVEL, teacher(1)).odooId()).isEqualTo(11L);
  }

  @Test
  void remove_failingHalfway_removesNothing() {
    store().save(List.of(linked(1, 10)));
    List<LocalKey> breaking = new BreakingList<>(List.of(teacher(1)));
    assertThatThrownBy(() -> store().remove(CONTACT, breaking))
        .isInstanceOf(RuntimeException.class);
    assertThat(everything(CONTACT)).containsExactly(linked(1, 10));
  }

  @Test
  void remove_thousandsOfKeys_forgetsAll() {
    List<Link> links = IntStream.rangeClosed(1, THOUSANDS).mapToObj(i -> linked(i, i)).toList();
    store().save(links);
    store().remove(CONTACT, links.stream().skip(1).map(Link::key).toList());
    assertThat(everything(CONTACT)).containsExactly(linked(1, 1));
  }

  // page

  @Test
  void page_nothingSaved_isEmpty() {
    assertThat(store().page(CONTACT, null, 10)).isEmpty();
  }

  @Test
  void page_severalPages_returnsEachLinkOnceInOrder() {
    store().save(shuffled(IntStream.rangeClosed(1, 25).mapToObj(i -> linked(i, i)).toList()));
    store().save(List.of(new Link(TRAVEL, teacher(7), 7L, null, AT)));
    List<Link> read = new ArrayList<>();
    @Nullable LocalKey after = null;
    for (List<Link> page = store().page(CONTACT, after, 10);
        !page.isEmpty();
        page = store().page(CONTACT, after, 10)) {
      assertThat(page).hasSizeLessThanOrEqualTo(10);
      read.addAll(page);
      after = read.get(read.size() - 1).key();
    }
    assertThat(read).extracting(Link::key).isSorted().doesNotHaveDuplicates().hasSize(25);
  }

  @Test
  void page_fewerThanTheLimit_returnsAll() {
    store().save(List.of(linked(1, 10), linked(2, 20)));
    assertThat(store().page(CONTACT, null, Integer.MAX_VALUE)).hasSize(2);
    assertThat(store().page(CONTACT, null, 1)).containsExactly(linked(1, 10));
  }

  @Test
  void page_afterAKeyWithoutLink_startsBehindIt() {
    store().save(List.of(linked(1, 10), linked(3, 30)));
    assertThat(store().page(CONTACT, teacher(2), 10)).containsExactly(linked(3, 30));
    assertThat(store().page(CONTACT, teacher(3), 10)).isEmpty();
  }

  @Test
  void page_awkwardKeys_comesInTheOrderOfCompareTo() {
    List<LocalKey> keys = new ArrayList<>();
    for (String kind : List.of("A", "A_B", "Aa", "a", "a0", "aB", "a_", "b")) {
      AwkwardTexts.IDS.forEach(id -> keys.add(LocalKey.of(kind, id)));
    }
    store().save(shuffled(keys.stream().map(key -> Link.pending(CONTACT, key, null, AT)).toList()));
    Collections.sort(keys);
    assertThat(everything(CONTACT)).extracting(Link::key).isEqualTo(keys);
    for (int i = 1; i < keys.size(); i++) {
      assertThat(store().page(CONTACT, keys.get(i - 1), 1))
          .extracting(Link::key)
          .containsExactly(keys.get(i));
    }
  }

  @Test
  void page_limitBelowOne_isRefused() {
    for (int limit : new int[] {0, -1, Integer.MIN_VALUE}) {
      assertThatThrownBy(() -> store().page(CONTACT, null, limit))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("limit");
    }
  }

  // several threads

  @Test
  void allMethods_calledBySeveralThreads_leaveWhatOneOfThemWrote() throws Exception {
    new IdStoreFuzz(store()).mixedCalls(new Random().nextLong());
  }

  @Test
  void save_sameNewKeysBySeveralThreads_makesOneLinkEach() throws Exception {
    new IdStoreFuzz(store()).insertsOfTheSameKeys();
  }

  // owner

  @Test
  void owner_neverClaimed_isEmpty() {
    store().save(List.of(linked(1, 10)));
    assertThat(store().owner()).isEmpty();
  }

  @Test
  void claim_textsOfAnyKind_areKeptToTheCharacterEachReplacingTheOneBefore() {
    assumeThat(keepsOwner()).as("the store keeps its owner").isTrue();
    store().claim("x".repeat(IdStore.MAX_OWNER_LENGTH));
    for (String owner :
        List.of("{\"odoo\":\"https://erp.example.com\"}", "\u00E9 ' \\ \n", "z", "z")) {
      store().claim(owner);
      assertThat(store().owner()).contains(owner);
    }
  }

  @Test
  void claim_longest_isKept() {
    assumeThat(keepsOwner()).as("the store keeps its owner").isTrue();
    String owner = "\u00E9".repeat(IdStore.MAX_OWNER_LENGTH);
    store().claim(owner);
    assertThat(store().owner()).contains(owner);
  }

  @Test
  void claim_leavesTheLinksAsTheyAre() {
    store().save(List.of(linked(1, 10)));
    store().claim("somebody");
    assertThat(everything(CONTACT)).containsExactly(linked(1, 10));
  }

  @Test
  void claim_thenReopened_isStillThere() throws Exception {
    assumeThat(keepsOwner()).as("the store keeps its owner").isTrue();
    store().claim("somebody");
    Optional<IdStore> reopened = reopenedStore();
    assumeThat(reopened).as("the store is durable").isPresent();
    assertThat(reopened.orElseThrow().owner()).contains("somebody");
  }

  // unfit, reconcile

  @Test
  void unfit_someKeys_namesNoOthersAndWritesNothing() {
    List<LocalKey> asked = List.of(teacher(1), LocalKey.of("teacher", "an odd/one"));
    assertThat(asked).containsAll(store().unfit(CONTACT, asked).keySet());
    assertThat(store().unfit(CONTACT, List.of())).isEmpty();
    assertThat(everything(CONTACT)).isEmpty();
  }

  @Test
  void reconcile_savedLinks_namesNoOthersAndLeavesTheLinksAsTheyAre() {
    List<Link> links = List.of(linked(1, 10), linked(2, 20), linked(3, 10));
    store().save(links);
    assertThat(links)
        .extracting(Link::key)
        .containsAll(store().reconcile(shuffled(links)).keySet());
    assertThat(everything(CONTACT)).isEqualTo(links);
  }

  @Test
  void reconcile_nothingOrIntents_isNothingToDo() {
    Link intent = Link.pending(CONTACT, teacher(1), "base", AT);
    store().save(List.of(intent));
    assertThat(store().reconcile(List.of())).isEmpty();
    assertThat(store().reconcile(List.of(intent))).isEmpty();
    assertThat(everything(CONTACT)).containsExactly(intent);
  }

  @Test
  void save_sameBatchBySeveralThreads_leavesOneBatchWhole() throws Exception {
    new IdStoreFuzz(store()).batchesOfTheSameKeys();
  }

  private IdStore store() {
    return Objects.requireNonNull(opened, "emptyStore() returned null");
  }

  private Link found(EntityType type, LocalKey key) {
    Map<LocalKey, Link> found = store().find(type, List.of(key));
    assertThat(found).containsOnlyKeys(key);
    return Objects.requireNonNull(found.get(key));
  }

  private List<Link> everything(EntityType type) {
    return store().page(type, null, Integer.MAX_VALUE);
  }

  private static LocalKey teacher(int id) {
    return LocalKey.of("teacher", String.format(Locale.ROOT, "%05d", id));
  }

  private static Link linked(int id, long odooId) {
    return new Link(CONTACT, teacher(id), odooId, "base of " + id, AT);
  }

  private static List<Link> shuffled(List<Link> links) {
    List<Link> shuffled = new ArrayList<>(links);
    Collections.shuffle(shuffled, new Random(42));
    return shuffled;
  }
}
