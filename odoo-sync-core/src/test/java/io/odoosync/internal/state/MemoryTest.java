package io.odoosync.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.store.InMemoryStateStore;
import io.odoosync.store.StateStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemoryTest {

  private final StateStore store = new InMemoryStateStore();
  private final Memory memory = new Memory(TestSettings.over(store));

  @Test
  void find_saved_isFoundUnderItsName() {
    memory.save(Map.of("a/1", "one", "a/2", "two"));
    assertThat(memory.find("a/1")).hasValue("one");
    assertThat(memory.find(List.of("a/1", "a/2", "a/3")))
        .isEqualTo(Map.of("a/1", "one", "a/2", "two"));
    assertThat(memory.find("a/3")).isEmpty();
  }

  @Test
  void find_ofAnotherNamespace_isNotFound() {
    store.save(Map.of("camp/a/1", "theirs"));
    memory.save(Map.of("a/2", "ours"));
    memory.remove(List.of("a/1"));
    assertThat(memory.find("a/1")).isEmpty();
    assertThat(memory.all("a/")).isEqualTo(Map.of("a/2", "ours"));
    assertThat(store.find(List.of("camp/a/1", "school/a/2")))
        .isEqualTo(Map.of("camp/a/1", "theirs", "school/a/2", "ours"));
  }

  @Test
  void remove_saved_isGone() {
    memory.save(Map.of("a/1", "one", "a/2", "two"));
    memory.remove(List.of("a/1", "a/3"));
    assertThat(memory.all("a/")).isEqualTo(Map.of("a/2", "two"));
  }

  @Test
  void all_moreThanAPage_areAllThereInTheirOrder() {
    SortedMap<String, String> many = new TreeMap<>();
    IntStream.range(0, 1_234).forEach(i -> many.put("a/" + i, "v" + i));
    memory.save(many);
    memory.save(Map.of("b/1", "of another area"));
    assertThat(memory.all("a/")).containsExactlyEntriesOf(many);
  }

  @Test
  void saveAndRemove_nothing_doNotAskTheStore() {
    Memory failing = new Memory(TestSettings.over(new FailingStore()));
    failing.save(Map.of());
    failing.remove(List.of());
  }

  @Test
  void find_storeFails_endsTheStageAndSaysWhichStore() {
    Memory failing = new Memory(TestSettings.over(new FailingStore()));
    for (Runnable access :
        List.<Runnable>of(
            () -> failing.find("a"),
            () -> failing.all("a"),
            () -> failing.save(Map.of("a", "b")),
            () -> failing.remove(List.of("a")))) {
      assertThatThrownBy(access::run)
          .isInstanceOf(StageFailedException.class)
          .hasMessageContaining("the state store failed: disk full")
          .hasCauseInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void save_threadIsInterrupted_savesAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    memory.save(Map.of("a", "b"));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(memory.find("a")).hasValue("b");
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void save_threadIsInterrupted_storeDoesNotSeeIt() {
    boolean[] seen = new boolean[1];
    StateStore looking =
        new FailingStore() {
          @Override
          public void save(Map<String, String> values) {
            seen[0] = Thread.currentThread().isInterrupted();
          }
        };
    Thread.currentThread().interrupt();
    new Memory(TestSettings.over(looking)).save(Map.of("a", "b"));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(seen[0]).isFalse();
  }

  @Test
  void planning_writes_areForgottenAndWhatWasThereIsSeen() {
    memory.save(Map.of("a/1", "one"));
    Memory planning = new Memory(TestSettings.over(store).planning());
    planning.save(Map.of("a/2", "two"));
    planning.remove(List.of("a/1"));
    assertThat(planning.find("a/1")).hasValue("one");
    assertThat(planning.all("a/")).isEqualTo(Map.of("a/1", "one"));
    assertThat(memory.all("a/")).isEqualTo(Map.of("a/1", "one"));
  }

  private static class FailingStore implements StateStore {
    @Override
    public Map<String, String> find(Collection<String> names) {
      throw new IllegalStateException("disk full");
    }

    @Override
    public void save(Map<String, String> values) {
      throw new IllegalStateException("disk full");
    }

    @Override
    public void remove(Collection<String> names) {
      throw new IllegalStateException("disk full");
    }

    @Override
    public SortedMap<String, String> page(String prefix, @Nullable String after, int limit) {
      throw new IllegalStateException("disk full");
    }
  }
}
