package io.odoosync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.store.StateStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Several threads read and change the same few values. Every value repeats its name and tells who
 * wrote it. In the end, each name must be as one of the threads left it: whichever changed it last.
 */
final class StateStoreFuzz {

  private static final int THREADS = 4;
  private static final int STEPS = 150;
  private static final int NAMES = 12;
  private static final int ROUNDS = 30;
  private static final int BATCH = 40;

  private final StateStore store;

  StateStoreFuzz(StateStore store) {
    this.store = store;
  }

  /** Random reading, saving and removing. */
  void mixedCalls(long seed) throws InterruptedException {
    List<Map<String, Optional<String>>> left =
        Race.run(THREADS, number -> new Writer(number, new Random(seed + number)).run());
    Map<String, String> present = store.find(names(NAMES));
    for (String name : names(NAMES)) {
      Set<Optional<String>> possible =
          left.stream()
              .filter(byThread -> byThread.containsKey(name))
              .map(byThread -> byThread.getOrDefault(name, Optional.empty()))
              .collect(Collectors.toSet());
      assertThat(possible.isEmpty() ? Set.of(Optional.empty()) : possible)
          .as("what may be left of %s with seed %d", name, seed)
          .contains(Optional.ofNullable(present.get(name)));
    }
    assertThat(store.page("name", null, NAMES + 1)).isEqualTo(present);
  }

  /** All threads replace the same batch: one batch must stay whole. */
  void batchesOfTheSameNames() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      Race.run(
          THREADS,
          number -> {
            store.save(
                names(BATCH).stream()
                    .collect(Collectors.toMap(Function.identity(), name -> "by " + number)));
            return true;
          });
      Map<String, String> values = store.find(names(BATCH));
      assertThat(values).hasSize(BATCH);
      assertThat(values.values()).as("the writer of each").containsOnly(first(values));
    }
  }

  private static String first(Map<String, String> values) {
    return values.values().iterator().next();
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "name" + i).toList();
  }

  private static void assertIntact(Map<String, String> values) {
    assertThat(values).allSatisfy((name, value) -> assertThat(value).startsWith(name + "="));
  }

  /** One thread's work. */
  private final class Writer {

    private final int number;
    private final Random random;
    private final Map<String, Optional<String>> left = new HashMap<>();

    Writer(int number, Random random) {
      this.number = number;
      this.random = random;
    }

    /** Works and answers how this thread left each name that it changed. */
    Map<String, Optional<String>> run() {
      for (int step = 1; step <= STEPS; step++) {
        step(number + "." + step);
      }
      return left;
    }

    private void step(String mark) {
      switch (random.nextInt(4)) {
        case 0 -> assertIntact(store.find(someNames()));
        case 1 -> assertIntact(store.page("name", null, 1 + random.nextInt(NAMES)));
        case 2 -> remove(someNames());
        default -> save(someNames(), mark);
      }
    }

    private void save(Set<String> names, String mark) {
      Map<String, String> values =
          names.stream().collect(Collectors.toMap(Function.identity(), name -> name + "=" + mark));
      store.save(values);
      values.forEach((name, value) -> left.put(name, Optional.of(value)));
    }

    private void remove(Set<String> names) {
      store.remove(names);
      names.forEach(name -> left.put(name, Optional.empty()));
    }

    private Set<String> someNames() {
      return random
          .ints(1 + random.nextInt(6), 0, NAMES)
          .mapToObj(i -> "name" + i)
          .collect(Collectors.toSet());
    }
  }
}
