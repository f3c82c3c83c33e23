package io.odoosync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.odoosync.store.StateStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link StateStore} must do. Extend it beside the store:
 *
 * <pre>{@code
 * class MyStateStoreTest extends StateStoreContract {
 *   @Override
 *   protected StateStore emptyStore() {
 *     return new MyStateStore(...);
 *   }
 * }
 * }</pre>
 */
public abstract class StateStoreContract {

  private static final int THOUSANDS = 5_000;
  private static final int MAX = StateStore.MAX_NAME_LENGTH;
  private static final List<String> BAD_NAMES =
      List.of("", "x".repeat(MAX + 1), "a\0b", "a\nb", "\u007F", "a\uD83D", "\uDE00a");

  private @Nullable StateStore opened;

  /** For subclasses. */
  protected StateStoreContract() {}

  /**
   * Makes the store under test.
   *
   * @return a store without values, independent of those of other tests
   * @throws Exception if that fails; the test then fails too
   */
  protected abstract StateStore emptyStore() throws Exception;

  /**
   * Opens the same data again, as the host would after a restart.
   *
   * @return a new store over what the last {@link #emptyStore} holds; empty, which is the default,
   *     if the store is not durable
   * @throws Exception if that fails; the test then fails too
   */
  protected Optional<StateStore> reopenedStore() throws Exception {
    return Optional.empty();
  }

  @BeforeEach
  void open() throws Exception {
    opened = emptyStore();
  }

  // find

  @Test
  void find_nothingSaved_isEmpty() {
    assertThat(store().find(List.of("a"))).isEmpty();
  }

  @Test
  void find_noNames_isEmpty() {
    store().save(Map.of("a", "1"));
    assertThat(store().find(List.of())).isEmpty();
  }

  @Test
  void find_someNamesSaved_returnsThose() {
    store().save(Map.of("a", "1", "b", "2", "c", "3"));
    assertThat(store().find(List.of("c", "a", "d"))).isEqualTo(Map.of("a", "1", "c", "3"));
  }

  @Test
  void find_repeatedNames_countOnce() {
    store().save(Map.of("a", "1"));
    assertThat(store().find(List.of("a", "a", "a"))).isEqualTo(Map.of("a", "1"));
  }

  @Test
  void find_thousandsOfNames_returnsAll() {
    Map<String, String> values = numbered(THOUSANDS);
    store().save(values);
    assertThat(store().find(values.keySet())).isEqualTo(values);
  }

  @Test
  void find_awkwardNames_tellsThemApart() {
    Map<String, String> values = awkward();
    store().save(values);
    assertThat(store().find(values.keySet())).isEqualTo(values);
    assertThat(values).allSatisfy(this::assertFoundAlone);
  }

  private void assertFoundAlone(String name, String value) {
    assertThat(store().find(List.of(name))).isEqualTo(Map.of(name, value));
  }

  @Test
  void find_badName_isRefused() {
    assertThat(BAD_NAMES).allSatisfy(name -> assertRefused(() -> store().find(List.of("a", name))));
  }

  // save

  @Test
  void save_value_isKeptToTheCharacter() {
    List<String> texts = new ArrayList<>(AwkwardTexts.MESSAGES);
    texts.add("\u0001\u001F\u007F\u0085");
    texts.add("x\uD83D\uDE00".repeat(100_000));
    Map<String, String> values =
        IntStream.range(0, texts.size())
            .boxed()
            .collect(Collectors.toMap(i -> "t" + i, texts::get));
    store().save(values);
    assertThat(store().find(values.keySet())).isEqualTo(values);
  }

  @Test
  void save_longestName_isKept() {
    Map<String, String> values =
        Map.of("x".repeat(MAX), "1", "\u6F22".repeat(MAX), "2", "\uFFFF".repeat(MAX), "3");
    store().save(values);
    assertThat(everything()).isEqualTo(values);
    assertThat(store().page("x".repeat(MAX), null, 2)).containsOnlyKeys("x".repeat(MAX));
    assertThat(store().page("\uFFFF".repeat(MAX), null, 2)).containsOnlyKeys("\uFFFF".repeat(MAX));
  }

  @Test
  void save_existingName_replacesItsValueOnly() {
    store().save(Map.of("a", "1", "b", "2"));
    store().save(Map.of("a", "3"));
    assertThat(everything()).isEqualTo(Map.of("a", "3", "b", "2"));
  }

  @Test
  void save_sameValuesAgain_changesNothing() {
    store().save(Map.of("a", "1", "b", ""));
    store().save(Map.of("a", "1", "b", ""));
    assertThat(everything()).isEqualTo(Map.of("a", "1", "b", ""));
  }

  @Test
  void save_noValues_changesNothing() {
    store().save(Map.of("a", "1"));
    store().save(Map.of());
    assertThat(everything()).isEqualTo(Map.of("a", "1"));
  }

  @Test
  void save_badName_isRefusedAndSavesNothing() {
    for (String name : BAD_NAMES) {
      assertRefused(() -> store().save(inOrder("a", "1", name, "2")));
    }
    assertThat(everything()).isEmpty();
  }

  @Test
  void save_badValue_isRefusedAndSavesNothing() {
    for (String value : List.of("a\0b", "secret\uD83D", "\uDE00")) {
      assertThatThrownBy(() -> store().save(inOrder("a", "1", "b", value)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("value of b must")
          .message()
          .doesNotContain("secret");
    }
    assertThat(everything()).isEmpty();
  }

  @Test
  void save_valuesBeforeARestart_areThereAfterIt() throws Exception {
    store().save(Map.of("a", "1", "b", "2"));
    store().remove(List.of("a"));
    Optional<StateStore> reopened = reopenedStore();
    assumeThat(reopened).as("the store is durable").isPresent();
    opened = reopened.orElseThrow();
    assertThat(everything()).isEqualTo(Map.of("b", "2"));
  }

  // remove

  @Test
  void remove_names_forgetsThoseOnly() {
    store().save(Map.of("a", "1", "aa", "2", "A", "3"));
    store().remove(List.of("a", "a", "A"));
    assertThat(everything()).isEqualTo(Map.of("aa", "2"));
  }

  @Test
  void remove_namesWithoutValue_arePassedOver() {
    store().save(Map.of("a", "1"));
    store().remove(List.of("b", "a"));
    store().remove(List.of("a"));
    store().remove(List.of());
    assertThat(everything()).isEmpty();
  }

  @Test
  void remove_failingHalfway_removesNothing() {
    store().save(Map.of("a", "1"));
    List<String> breaking = new BreakingList<>(List.of("a"));
    assertThatThrownBy(() -> store().remove(breaking)).isInstanceOf(RuntimeException.class);
    assertThat(everything()).isEqualTo(Map.of("a", "1"));
  }

  @Test
  void remove_badName_isRefusedAndRemovesNothing() {
    store().save(Map.of("a", "1"));
    assertThat(BAD_NAMES)
        .allSatisfy(name -> assertRefused(() -> store().remove(List.of("a", name))));
    assertThat(everything()).isEqualTo(Map.of("a", "1"));
  }

  @Test
  void remove_thousandsOfNames_forgetsAll() {
    Map<String, String> values = numbered(THOUSANDS);
    store().save(values);
    store().remove(values.keySet());
    assertThat(everything()).isEmpty();
  }

  // page

  @Test
  void page_nothingSaved_isEmpty() {
    assertThat(store().page("", null, 10)).isEmpty();
    assertThat(store().page("a", null, 10)).isEmpty();
  }

  @Test
  void page_severalPages_returnsEachValueOnceInOrder() {
    Map<String, String> values = numbered(25);
    store().save(values);
    store().save(Map.of("m", "before", "o", "behind"));
    SortedMap<String, String> read = new TreeMap<>();
    List<Integer> sizes = new ArrayList<>();
    @Nullable String after = null;
    for (SortedMap<String, String> page = store().page("n", after, 10);
        !page.isEmpty();
        page = store().page("n", after, 10)) {
      sizes.add(page.size());
      read.putAll(page);
      after = page.lastKey();
    }
    assertThat(read).isEqualTo(values);
    assertThat(sizes).containsExactly(10, 10, 5);
  }

  @Test
  void page_prefix_leavesOutWhatBeginsOtherwise() {
    store().save(Map.of("a", "1", "ab", "2", "abc", "3", "ac", "4", "b", "5", "Ab", "6"));
    assertThat(store().page("ab", null, 10)).containsOnlyKeys("ab", "abc");
    assertThat(store().page("ab", "ab", 10)).containsOnlyKeys("abc");
    assertThat(store().page("ab", "abc", 10)).isEmpty();
    assertThat(store().page("", null, 10)).hasSize(6);
  }

  @Test
  void page_afterANameWithoutThePrefix_startsBehindIt() {
    store().save(Map.of("b1", "1", "b2", "2"));
    assertThat(store().page("b", "a", 10)).containsOnlyKeys("b1", "b2");
    assertThat(store().page("b", "b11", 10)).containsOnlyKeys("b2");
    assertThat(store().page("b", "c", 10)).isEmpty();
  }

  @Test
  void page_prefixWithPatternCharacters_isTakenLiterally() {
    store().save(Map.of("%", "1", "a", "2", "_", "3", "a%b", "4", "aXb", "5", "\\", "6"));
    assertThat(store().page("%", null, 10)).containsOnlyKeys("%");
    assertThat(store().page("_", null, 10)).containsOnlyKeys("_");
    assertThat(store().page("\\", null, 10)).containsOnlyKeys("\\");
    assertThat(store().page("a%", null, 10)).containsOnlyKeys("a%b");
  }

  @Test
  void page_awkwardNames_comesInTheOrderOfCompareTo() {
    Map<String, String> values = awkward();
    store().save(values);
    List<String> names = new ArrayList<>(values.keySet());
    Collections.sort(names);
    assertThat(everything().keySet()).containsExactlyElementsOf(names);
    for (int i = 1; i < names.size(); i++) {
      assertThat(store().page("", names.get(i - 1), 1)).containsOnlyKeys(names.get(i));
    }
  }

  @Test
  void page_awkwardPrefixes_findWhatBeginsWithThem() {
    Map<String, String> values = awkward();
    store().save(values);
    for (String prefix : values.keySet()) {
      List<String> expected =
          values.keySet().stream().filter(name -> name.startsWith(prefix)).sorted().toList();
      assertThat(store().page(prefix, null, Integer.MAX_VALUE).keySet())
          .as("names that begin with '%s'", prefix)
          .containsExactlyElementsOf(expected);
    }
  }

  @Test
  void page_limitBelowOne_isRefused() {
    for (int limit : new int[] {0, -1, Integer.MIN_VALUE}) {
      assertThatThrownBy(() -> store().page("", null, limit))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("limit");
    }
  }

  @Test
  void page_badPrefixOrAfter_isRefused() {
    assertThat(BAD_NAMES).allSatisfy(name -> assertRefused(() -> store().page("a", name, 1)));
    assertThat(BAD_NAMES.subList(1, BAD_NAMES.size()))
        .allSatisfy(name -> assertRefused(() -> store().page(name, null, 1)));
  }

  // several threads

  @Test
  void allMethods_calledBySeveralThreads_leaveWhatOneOfThemWrote() throws Exception {
    new StateStoreFuzz(store()).mixedCalls(new Random().nextLong());
  }

  @Test
  void save_sameValuesBySeveralThreads_leavesOneBatchWhole() throws Exception {
    new StateStoreFuzz(store()).batchesOfTheSameNames();
  }

  private StateStore store() {
    return Objects.requireNonNull(opened, "emptyStore() returned null");
  }

  private SortedMap<String, String> everything() {
    return store().page("", null, Integer.MAX_VALUE);
  }

  private static void assertRefused(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name must");
  }

  private static Map<String, String> inOrder(
      String first, String firstValue, String second, String secondValue) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(first, firstValue);
    values.put(second, secondValue);
    return values;
  }

  private static Map<String, String> numbered(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> String.format(Locale.ROOT, "n%05d", i))
        .collect(Collectors.toMap(Function.identity(), name -> "value of " + name));
  }

  private static Map<String, String> awkward() {
    return AwkwardTexts.IDS.stream()
        .collect(Collectors.toMap(Function.identity(), name -> "value of " + name));
  }
}
