package io.odoosync.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DistanceTest {
  private final InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19);
  private final OdooClientForTests client = new OdooClientForTests(odoo);

  @AfterEach
  void stop() {
    odoo.close();
  }

  @Test
  void latency_callOnItsWay_isNotThereYet() {
    odoo.distance(Distance.of(Duration.ofHours(1)));

    CompletableFuture<?> call = calls(1)[0];
    while (odoo.mostAtOnce() == 0) {
      Thread.onSpinWait();
    }

    assertThat(odoo.requests()).isEmpty();
    assertThat(call).isNotDone();
  }

  @Test
  void latency_fault_hasItsWayTooAndTheCallIsMadeOnce() {
    odoo.distance(Distance.of(Duration.ofMillis(1)).asMeasured());
    odoo.faults().on("res.partner", "load").once(Fault.slowAnswer(Duration.ofMillis(1)));

    client.loadPartner("__t__.one", "One");

    assertThat(odoo.writes()).hasSize(1);
  }

  @Test
  void cost_isAskedWithTheRowsThatAreWrittenOrAnswered() {
    client.loadPartner("__t__.one", "One");
    client.loadPartner("__t__.two", "Two");
    ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    odoo.distance(
        Distance.NONE.costing(
            (request, rows) -> {
              asked.add(request.method() + " " + rows);
              return Duration.ZERO;
            }));

    client.result("res.partner", "search_read", List.of(List.of("name", "in", names())));
    client.loadPartner("__t__.three", "Three");
    client.result("res.partner", "search_count", List.of());

    assertThat(asked).containsExactly("search_read 2", "load 1", "search_count 0");
  }

  private static List<String> names() {
    return List.of("One", "Two");
  }

  @Test
  void workers_fourCallsAndTwoWorkers_twoAreWorkedOnAtOnce() {
    CountDownLatch two = new CountDownLatch(2);
    CountDownLatch goOn = new CountDownLatch(1);
    ConcurrentLinkedQueue<Integer> working = new ConcurrentLinkedQueue<>();
    odoo.distance(
        Distance.NONE
            .workers(2)
            .costing(
                (request, rows) -> {
                  working.add(request.number());
                  two.countDown();
                  await(goOn);
                  return Duration.ZERO;
                }));

    CompletableFuture<?>[] calls = calls(4);
    await(two);
    int atOnce = working.size();
    goOn.countDown();
    CompletableFuture.allOf(calls).join();

    assertThat(atOnce).isEqualTo(2);
    assertThat(working).hasSize(4);
  }

  @Test
  void mostAtOnce_oneCallAfterTheOther_isOne() {
    IntStream.range(0, 20).forEach(i -> client.result("res.partner", "search_count", List.of()));

    assertThat(odoo.mostAtOnce()).isEqualTo(1);
  }

  @Test
  void mostAtOnce_threeCallsMeet_isThreeUntilItIsForgotten() {
    CountDownLatch met = new CountDownLatch(3);
    odoo.distance(
        Distance.NONE.costing(
            (request, rows) -> {
              met.countDown();
              await(met);
              return Duration.ZERO;
            }));

    CompletableFuture.allOf(calls(3)).join();
    int most = odoo.mostAtOnce();
    odoo.forgetRequests();

    assertThat(most).isEqualTo(3);
    assertThat(odoo.mostAtOnce()).isZero();
  }

  @Test
  void measured_aHundredContacts_costLessThanAHundredTimesOne() {
    Distance.Cost cost = Distance.NONE.asMeasured().cost();

    Duration one = cost.of(loading(1), 1);
    Duration hundred = cost.of(loading(100), 100);

    assertThat(one).isEqualTo(Duration.ofNanos(30_400_000));
    assertThat(hundred).isEqualTo(Duration.ofMillis(169));
  }

  @Test
  void negativeLatencyOrNoWorkers_areRefused() {
    assertThatThrownBy(() -> Distance.of(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Distance.NONE.workers(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static OdooRequest loading(int rows) {
    Map<String, Object> context = Map.of("tracking_disable", true);
    return new OdooRequest(
        1, "/jsonrpc", "object", "res.partner", "load", List.of(), rows, Map.of(), context);
  }

  private CompletableFuture<?>[] calls(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                CompletableFuture.runAsync(
                    () -> client.result("res.partner", "search_count", List.of()),
                    task -> new Thread(task).start()))
        .toArray(CompletableFuture<?>[]::new);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
