package io.odoosync.verification.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import io.odoosync.store.RunLock;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two nodes of one host on one database and one Odoo, who reach each write at the same time. */
class TwoNodesTest {

  private static final int RUNS_TO_SETTLE = 4;
  private static final long RENDEZVOUS_MILLIS = 500;

  @ParameterizedTest
  @CsvSource({"V14, false", "V14, true", "V19, false", "V19, true"})
  void run_twoNodesWithoutLock_oneRecordEach(OdooRelease release, boolean losersFail) {
    try (InProcessOdoo odoo = start(release, losersFail)) {
      Picture wanted = undisturbed(release);
      World world = world(odoo, Postgres.freshSchema(Workload.newMark()), true);
      Life life = rendezvous();

      List<SyncReport> reports = both(world, life);
      world.settle(wanted, RUNS_TO_SETTLE);

      assertThat(reports).noneMatch(report -> report.status() == RunStatus.ALREADY_RUNNING);
      assertThat(world.findings().lines()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"V14", "V19"})
  void run_twoNodesWithLock_oneSaysThatTheOtherRuns(OdooRelease release) {
    try (InProcessOdoo odoo = start(release, false)) {
      Picture wanted = undisturbed(release);
      World world = world(odoo, Postgres.freshSchema(Workload.newMark()), false);

      List<SyncReport> reports = both(world, rendezvous());

      assertThat(reports)
          .extracting(SyncReport::status)
          .containsExactlyInAnyOrder(RunStatus.COMPLETED, RunStatus.ALREADY_RUNNING);
      world.inspect(wanted);
      assertThat(world.findings().lines()).isEmpty();
    }
  }

  private static InProcessOdoo start(OdooRelease release, boolean losersFail) {
    InProcessOdoo.Builder builder = InProcessOdoo.builder(release);
    return losersFail ? builder.failLostRaces().start() : builder.start();
  }

  private static Picture undisturbed(OdooRelease release) {
    try (InProcessOdoo odoo = InProcessOdoo.start(release)) {
      Workload workload = Workload.marked(Workload.newMark());
      World world = new World(OdooSite.of(odoo), Stores.inMemory(), workload);
      world.run(Life.unending());
      return world.picture();
    }
  }

  private static World world(InProcessOdoo odoo, String database, boolean withoutLock) {
    Stores stores = Stores.on(database);
    return new World(
        OdooSite.of(odoo),
        withoutLock ? stores.withLock(RunLock.none()) : stores,
        Workload.marked(Workload.newMark()));
  }

  private static List<SyncReport> both(World world, Life life) {
    CompletableFuture<SyncReport> other = CompletableFuture.supplyAsync(() -> world.run(life));
    SyncReport one = world.run(life);
    return List.of(one, other.join());
  }

  /**
   * Both wait for each other before each write, but not for ever: one may have nothing to write.
   */
  private static Life rendezvous() {
    CyclicBarrier barrier = new CyclicBarrier(2);
    return boundary -> {
      if (boundary.startsWith("on its way NEXT_WRITE") || boundary.contains("before RunLock")) {
        meet(barrier);
      }
      return true;
    };
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(RENDEZVOUS_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | BrokenBarrierException e) {
      barrier.reset();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
