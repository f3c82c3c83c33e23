package io.odoosync.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.CallBudget;
import io.odoosync.internal.state.CallAllowance.Spent;
import io.odoosync.store.InMemoryStateStore;
import io.odoosync.store.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallAllowanceTest {

  private final CountedStore store = new CountedStore();
  private final HandClock clock = new HandClock(Instant.parse("2026-11-27T23:58:10Z"));

  @Test
  void take_withinTheMinute_thenSpentUntilTheNextOne() {
    CallAllowance calls = of(CallBudget.perMinute(3), "a");

    assertThat(take(calls, 3)).isEqualTo(3);
    assertThat(calls.take())
        .contains(new Spent(Instant.parse("2026-11-27T23:58:00Z"), Duration.ofSeconds(50), false));
    clock.pass(Duration.ofSeconds(50));
    assertThat(take(calls, 5)).isEqualTo(3);
  }

  @Test
  void take_dayIsSpent_untilMidnightInUtc() {
    CallAllowance calls = of(CallBudget.perDay(7), "a");

    assertThat(take(calls, 9)).isEqualTo(7);
    assertThat(calls.take())
        .contains(new Spent(Instant.parse("2026-11-27T23:58:00Z"), Duration.ofSeconds(110), true));
    clock.pass(Duration.ofSeconds(110));
    assertThat(take(calls, 9)).isEqualTo(7);
  }

  @Test
  void take_severalNodes_shareOneBudget() {
    CallBudget budget = CallBudget.perMinute(100).andPerDay(150);
    CallAllowance one = of(budget, "a");
    CallAllowance other = of(budget, "b");

    int together = 0;
    for (int i = 0; i < 100; i++) {
      together += take(one, 1) + take(other, 1);
    }

    assertThat(together).isEqualTo(100);
    assertThat(one.today()).isEqualTo(100);
    clock.pass(Duration.ofMinutes(1));
    assertThat(take(one, 100) + take(other, 100)).isEqualTo(50);
  }

  @Test
  void take_manyCalls_writeTheStoreRarely() {
    CallAllowance calls = of(CallBudget.perMinute(1_000), "a");

    assertThat(take(calls, 1_000)).isEqualTo(1_000);

    assertThat(store.writes).isEqualTo(20);
  }

  @Test
  void giveBack_whatWasNotUsed_isFreeForOthers() {
    CallBudget budget = CallBudget.perMinute(40).andPerDay(100);
    CallAllowance one = of(budget, "a");
    take(one, 1);
    CallAllowance other = of(budget, "b");
    assertThat(take(other, 40)).isEqualTo(36);

    one.giveBack();

    assertThat(take(other, 40)).isEqualTo(3);
    assertThat(other.today()).isEqualTo(40);
  }

  @Test
  void giveBack_nothingWasUsed_writesNothing() {
    of(CallBudget.perDay(7), "a").giveBack();

    assertThat(store.writes).isZero();
  }

  @Test
  void take_aNodeDied_whatItHadReservedIsLostUntilTheMinuteIsOver() {
    CallBudget budget = CallBudget.perMinute(40);
    take(of(budget, "dead"), 1);
    CallAllowance next = of(budget, "b");

    assertThat(take(next, 40)).isEqualTo(36);
    clock.pass(Duration.ofMinutes(1));
    assertThat(take(next, 50)).isEqualTo(40);
  }

  @Test
  void take_whatOthersReservedDaysAgo_isDropped() {
    take(of(CallBudget.perDay(7), "a"), 3);
    clock.pass(Duration.ofDays(3));
    take(of(CallBudget.perDay(7), "b"), 1);

    assertThat(store.page("", null, 10)).containsOnlyKeys("__n__/calls/b");
  }

  @Test
  void take_reservedAtTheSameMoment_isNeverMoreThanThereIs() {
    CallBudget budget = CallBudget.perMinute(10);
    CallAllowance other = of(budget, "b");
    take(other, 9);
    CallAllowance one = of(budget, "a");
    store.beforeSave = () -> take(other, 1);

    assertThat(take(one, 1)).isZero();
    assertThat(other.today()).isEqualTo(10);
  }

  /** Nodes whose calls, reservations and ends follow each other by chance. */
  @Test
  void take_anyHistory_neverMoreThanTheBudgetAndNothingLostByEndsInPeace() {
    Random random = new Random(13);
    for (int round = 0; round < 200; round++) {
      CallBudget budget = new CallBudget(1 + random.nextInt(60), 1 + random.nextInt(90));
      String nodes = "round" + round + "-";
      List<CallAllowance> all = new ArrayList<>();
      IntStream.range(0, 3).forEach(i -> all.add(of(budget, nodes + i)));
      int taken = 0;
      for (int i = 0; i < 100; i++) {
        CallAllowance node = all.get(random.nextInt(all.size()));
        taken += take(node, random.nextInt(4));
        if (random.nextInt(5) == 0) {
          node.giveBack();
        }
      }
      all.forEach(CallAllowance::giveBack);
      taken += take(of(budget, nodes + "last"), 100);

      assertThat(taken).isEqualTo(Math.min(budget.minute(), budget.day()));
      clock.pass(Duration.ofDays(2));
    }
  }

  private CallAllowance of(CallBudget budget, String node) {
    return new CallAllowance(budget, store, "__n__", node, clock);
  }

  private static int take(CallAllowance calls, int wanted) {
    int taken = 0;
    while (taken < wanted && calls.take().isEmpty()) {
      taken++;
    }
    return taken;
  }

  private static final class CountedStore implements StateStore {
    private final StateStore real = new InMemoryStateStore();
    private int writes;
    private Runnable beforeSave = () -> {};

    @Override
    public Map<String, String> find(Collection<String> names) {
      return real.find(names);
    }

    @Override
    public void save(Map<String, String> values) {
      Runnable once = beforeSave;
      beforeSave = () -> {};
      once.run();
      writes++;
      real.save(values);
    }

    @Override
    public void remove(Collection<String> names) {
      real.remove(names);
    }

    @Override
    public SortedMap<String, String> page(String prefix, @Nullable String after, int limit) {
      return real.page(prefix, after, limit);
    }
  }
}
