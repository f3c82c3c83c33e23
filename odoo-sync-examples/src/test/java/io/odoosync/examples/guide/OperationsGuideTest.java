package io.odoosync.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.CallBudget;
import io.odoosync.ChangeOptions;
import io.odoosync.EntityType;
import io.odoosync.Following;
import io.odoosync.Forgotten;
import io.odoosync.GoneRecordPolicy;
import io.odoosync.LocalKey;
import io.odoosync.QuarantinedRecord;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.PastRun;
import io.odoosync.report.SyncListener;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.store.InMemoryStores;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationsGuideTest {

  @TempDir private Path directory;

  private final InProcessOdoo server = InProcessOdoo.start(OdooRelease.V14);
  private final List<Contact> teachers = new ArrayList<>(List.of(Guide.ada().build()));

  @AfterEach
  void close() {
    server.close();
  }

  private SyncEngine engine(InMemoryStores stores) {
    ContactSource contacts = teachers::stream;
    OdooClient odoo = Guide.client(server);
    // region options
    SyncEngine engine =
        SyncEngine.builder(odoo)
            .namespace("__school__")
            .contacts(contacts)
            .stores(stores)
            .keepLogsFor(Duration.ofDays(400))
            .goneRecords(GoneRecordPolicy.ARCHIVE)
            .changes(ChangeOptions.DEFAULT.withFullAfter(Duration.ofDays(1)))
            .callsAtOnce(2)
            .callBudget(CallBudget.perMinute(120))
            .build();
    // endregion
    return engine;
  }

  @Test
  void upgrade_from14To20_isNobodysEdit() {
    InMemoryStores stores = new InMemoryStores();
    SyncEngine engine = engine(stores);
    engine.runAll();
    for (OdooRelease release : List.of(OdooRelease.V19, OdooRelease.V20)) {
      server.upgrade(release);

      SyncReport report = engine.runAll();

      assertThat(report.isSuccessful()).as("%s", report).isTrue();
      assertThat(report.stage(EntityType.CONTACT).orElseThrow().unchanged()).isEqualTo(1);
    }
  }

  @Test
  void rebuildLinks_storesWereLost_createsNothingTwice() {
    engine(new InMemoryStores()).runAll();
    SyncEngine engine = engine(new InMemoryStores());
    // region rebuild
    Map<EntityType, Long> restored = engine.rebuildLinks();
    // endregion
    assertThat(restored).containsEntry(EntityType.CONTACT, 1L);
    assertThat(engine.runAll().stage(EntityType.CONTACT).orElseThrow().created()).isZero();
  }

  @Test
  void release_quarantinedRecord_isTriedAgain() {
    teachers.set(0, Contact.builder(Guide.ADA).build());
    SyncEngine engine = engine(new InMemoryStores());
    for (int run = 0; run < 4; run++) {
      engine.runAll();
    }
    // region quarantine
    for (QuarantinedRecord record : engine.quarantined()) {
      System.out.println(record.key() + " failed " + record.failures() + " times");
      engine.release(record.type(), record.key()); // the next run tries it
    }
    // endregion
    assertThat(engine.quarantined()).isEmpty();
  }

  @Test
  void page_ofTheLastRun_isAFile() throws IOException {
    SyncEngine engine = engine(new InMemoryStores());
    SyncReport report = engine.runAll();
    Path file = directory.resolve("report.html");
    // region page
    List<PastRun> lastRuns = engine.runs(10);
    Files.writeString(file, engine.page(report).toHtml());
    // endregion
    assertThat(lastRuns).hasSize(1);
    assertThat(file).content().startsWith("<!DOCTYPE html>");
  }

  @Test
  void forget_aPerson_leavesWhatIsInOdoo() {
    SyncEngine engine = engine(new InMemoryStores());
    engine.runAll();
    LocalKey ada = teachers.remove(0).key();
    // region forget
    Forgotten forgotten = engine.forget(EntityType.CONTACT, ada);
    // endregion
    assertThat(forgotten.links()).isEqualTo(1);
    assertThat(forgotten.externalId()).isEqualTo("__school__.res_partner_teacher_1");
  }

  @Test
  void follow_untilTheHostEnds_keepsBothSidesInStep() throws InterruptedException {
    CountDownLatch runs = new CountDownLatch(1);
    SyncListener listener =
        new SyncListener() {
          @Override
          public void onRunFinished(SyncReport report) {
            runs.countDown();
          }
        };
    SyncEngine engine =
        Guide.engine(server)
            .contacts(ContactSource.of(teachers))
            .stores(new InMemoryStores())
            .listener(listener)
            .build();
    // region follow
    Following loop = engine.follow(Duration.ofMinutes(1)); // a daemon thread of its own
    // endregion
    assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
    // region close
    loop.close(); // when the application ends
    // endregion
    assertThat(Guide.synced(server, "res_partner_teacher_1").text("name")).isEqualTo("Ada Martin");
  }
}
