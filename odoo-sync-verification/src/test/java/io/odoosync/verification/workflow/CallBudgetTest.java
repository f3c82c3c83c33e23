package io.odoosync.verification.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.CallBudget;
import io.odoosync.EntityType;
import io.odoosync.Environment;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.BudgetUse;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import io.odoosync.store.InProcessRunLock;
import io.odoosync.testkit.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A budget of calls, spent by one node or by several. */
@Timeout(120)
class CallBudgetTest extends InProcessSuite {

  private final MovedEnvironment time = new MovedEnvironment();
  private final Map<Instant, Integer> byMinute = new TreeMap<>();

  @Test
  void runAll_minuteIsSpent_waitsForTheNextOne() {
    SchoolTravel host = SchoolTravel.of(6);

    SyncReport report = node(host, CallBudget.perMinute(10)).build().runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(byMinute.values()).allMatch(calls -> calls <= 10).hasSizeGreaterThan(3);
    BudgetUse use = use(report);
    assertThat(use.calls()).isEqualTo(report.traffic().calls());
    assertThat(use.today()).isEqualTo(use.calls());
    assertThat(use.waited()).isGreaterThan(Duration.ofMinutes(2));
    assertThat(report.toString())
        .contains(use.calls() + " of the budget, " + use.calls() + " today, waited ");
    assertThat(report.toJson())
        .contains("\"budget\":{\"perMinute\":10,\"perDay\":null,\"calls\":" + use.calls() + ",");
  }

  @Test
  void runAll_repetitions_countToo() {
    server.faults().on("res.partner", "load").times(2, Fault.status(503));

    SyncReport report = node(SchoolTravel.of(2), CallBudget.perDay(1_000)).build().runAll();

    assertThat(report.traffic().retries()).isEqualTo(2);
    assertThat(use(report).calls())
        .isEqualTo(report.traffic().calls() + report.traffic().retries());
  }

  @Test
  void runAll_dayIsSpent_stopsAndNextDayDoesTheRest() {
    SchoolTravel host = SchoolTravel.of(5);
    int days = 0;

    SyncReport report = node(host, CallBudget.perDay(30)).build().runAll();
    while (report.status() == RunStatus.STOPPED && days < 20) {
      assertThat(stopped(report).cause()).isEqualTo(FailureCause.HELD_BACK);
      assertThat(stopped(report).reason()).contains(30 + 10 * days + " calls a day");
      assertThat(use(report).today()).isEqualTo(30 + 10 * days);
      time.pass(Duration.ofDays(1));
      report = node(host, CallBudget.perDay(30 + 10 * ++days)).build().runAll();
    }

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(days).isPositive();
    for (EntityType type : EntityType.values()) {
      assertThat(ids().page(type, null, 100)).hasSize(5);
      assertThat(server.records("ir.model.data"))
          .filteredOn(name -> namespace().equals(name.values().get("module")))
          .filteredOn(name -> type.model().equals(name.values().get("model")))
          .hasSize(5);
    }
  }

  @Test
  void runAll_anotherNode_findsWhatThisOneLeft() {
    SchoolTravel host = SchoolTravel.of(3);
    SyncReport first = node(host, CallBudget.perDay(1_000)).build().runAll();
    SyncReport second = node(host, CallBudget.perDay(1_000)).build().runAll();

    assertThat(use(second).today()).isEqualTo(use(first).calls() + use(second).calls());
  }

  @Test
  void checkAndPlan_count() {
    SchoolTravel host = SchoolTravel.of(3);
    SyncEngine engine = node(host, CallBudget.perDay(1_000)).build();
    engine.check();
    engine.plan();
    int before = byMinute.values().stream().mapToInt(calls -> calls).sum();

    SyncReport report = engine.runAll();

    assertThat(before).isPositive();
    assertThat(use(report).today()).isEqualTo(before + use(report).calls());
  }

  @Test
  void runAll_waitsForLongerThanALease_keepsItsLock() {
    SyncReport report =
        node(SchoolTravel.of(3), CallBudget.perMinute(1))
            .lock(new InProcessRunLock(Duration.ofMinutes(3), time))
            .build()
            .runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
  }

  @Test
  void cancel_whileItWaits_endsTheRun() {
    SyncEngine[] engine = new SyncEngine[1];
    Environment cancelling = new AtEachSleep(time, () -> engine[0].cancel());
    engine[0] = node(SchoolTravel.of(3), CallBudget.perMinute(5), cancelling).build();

    SyncReport report = engine[0].runAll();

    assertThat(report.status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(use(report).waited()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void interrupt_whileItWaits_endsTheRun() {
    Environment interrupting = new AtEachSleep(time, () -> Thread.currentThread().interrupt());

    SyncReport report =
        node(SchoolTravel.of(3), CallBudget.perMinute(5), interrupting).build().runAll();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.status()).isEqualTo(RunStatus.CANCELLED);
  }

  @Test
  void runAll_clockStandsStill_stopsInsteadOfWaitingForEver() {
    SyncReport report =
        node(SchoolTravel.of(3), CallBudget.perMinute(5))
            .clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
            .build()
            .runAll();

    assertThat(report.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(stopped(report).cause()).isEqualTo(FailureCause.HOST_FAULT);
  }

  /** Ten calls in the first minute, then ten for each that it waited. */
  @Test
  void runAll_severalCallsAtOnce_keepToTheBudget() {
    SyncReport report =
        node(SchoolTravel.of(120), CallBudget.perMinute(10)).callsAtOnce(4).build().runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(use(report).calls()).isEqualTo(report.traffic().calls());
    assertThat(use(report).waited())
        .isGreaterThan(Duration.ofMinutes(report.traffic().calls() / 10 - 2));
  }

  private static Failure stopped(SyncReport report) {
    return Objects.requireNonNull(report.stopped());
  }

  private static BudgetUse use(SyncReport report) {
    return Objects.requireNonNull(report.traffic().budget());
  }

  private SyncEngineBuilder node(SchoolTravel host, CallBudget budget) {
    return node(host, budget, time);
  }

  private SyncEngineBuilder node(SchoolTravel host, CallBudget budget, Environment environment) {
    OdooClient client =
        OdooClient.connect(odoo.connection().environment(environment).build())
            .observedBy(this::count);
    return engine(host, client).callBudget(budget);
  }

  private void count(CallObserver.Attempt attempt) {
    byMinute.merge(time.clock().instant().truncatedTo(ChronoUnit.MINUTES), 1, Integer::sum);
  }

  /** Something happens whenever a run waits. */
  private record AtEachSleep(Environment real, Runnable action) implements Environment {

    @Override
    public Clock clock() {
      return real.clock();
    }

    @Override
    public long nanoTime() {
      return real.nanoTime();
    }

    @Override
    public double random() {
      return real.random();
    }

    @Override
    public String newId() {
      return real.newId();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
      action.run();
      real.sleep(duration);
    }
  }
}
