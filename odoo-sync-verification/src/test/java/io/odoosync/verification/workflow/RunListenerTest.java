package io.odoosync.verification.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.HostTransactions;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncListener;
import io.odoosync.report.SyncReport;
import io.odoosync.store.InProcessRunLock;
import io.odoosync.store.RunLock;
import io.odoosync.testkit.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A listener hears when a run begins and how it ended. */
class RunListenerTest extends InProcessSuite {

  private final List<String> told = new ArrayList<>();
  private final List<SyncReport> reports = new ArrayList<>();
  private final RunLock lock = new InProcessRunLock();

  private final SyncListener listener =
      new SyncListener() {
        @Override
        public void onRunStarted(String runId) {
          told.add("begins");
        }

        @Override
        public void onStageStarted(EntityType type) {
          told.add("stage " + type);
        }

        @Override
        public void onStageFinished(StageReport report) {
          told.add("stage over");
        }

        @Override
        public void onRunFinished(SyncReport report) {
          told.add("ends " + report.status());
          reports.add(report);
        }
      };

  private SyncEngineBuilder builder() {
    return engine(SchoolTravel.of(2)).lock(lock).listener(listener);
  }

  @Test
  void runAll_hearsBeginningStagesAndEnd() {
    SyncReport report = builder().build().run(EntityType.CONTACT);

    assertThat(told).containsExactly("begins", "stage CONTACT", "stage over", "ends COMPLETED");
    assertThat(reports).containsExactly(report);
  }

  @Test
  void run_odooTakesThreeSeconds_theStageTookThem() {
    MovedEnvironment time = new MovedEnvironment();
    server
        .faults()
        .on("res.partner", "load")
        .once(Fault.before(request -> time.pass(Duration.ofSeconds(3))));
    OdooClient client = OdooClient.connect(odoo().connection().environment(time).build());

    SyncReport report =
        engine(SchoolTravel.of(2), client).listener(listener).build().run(EntityType.CONTACT);

    assertThat(report.stage(EntityType.CONTACT).orElseThrow().duration())
        .isEqualTo(Duration.ofSeconds(3));
    assertThat(report.duration()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void runAll_keyRefused_hearsBeginningAndEnd() {
    server.expireApiKey();

    builder().build().runAll();

    assertThat(told).containsExactly("begins", "ends STOPPED");
  }

  @Test
  void runAll_anotherIsUnderWay_hearsOfTheEndAlone() {
    SyncEngine engine = builder().build();
    String name = "odoo-sync:" + namespace();
    RunLock.Lease another = lock.tryAcquire(name).orElseThrow();
    try (another) {
      engine.runAll();
    }

    assertThat(told).containsExactly("ends ALREADY_RUNNING");
  }

  @Test
  void runAll_insideATransactionOfTheHosts_hearsNothing() {
    HostTransactions inside = () -> Optional.of("a transaction");

    builder().hostTransactions(inside).build().runAll();

    assertThat(told).isEmpty();
  }
}
