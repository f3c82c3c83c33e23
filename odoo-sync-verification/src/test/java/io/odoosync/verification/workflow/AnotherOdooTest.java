package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.odoosync.EntityType;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import io.odoosync.store.IdStore;
import io.odoosync.store.InMemoryIdStore;
import io.odoosync.store.InMemorySyncLogStore;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.StoredRecord;
import io.odoosync.verification.odoo.FrenchChart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same stores behind which another Odoo turns up. */
class AnotherOdooTest {

  private static final List<String> MODELS = List.of("res.partner", "crm.lead", "account.move");

  private final IdStore ids = new InMemoryIdStore();
  private final InMemorySyncLogStore log = new InMemorySyncLogStore();
  private final SchoolTravel host = SchoolTravel.of(5);

  private SyncEngineBuilder engine(InProcessOdoo odoo, String url) {
    return engine(odoo, url, ids);
  }

  private SyncEngineBuilder engine(InProcessOdoo odoo, String url, IdStore store) {
    OdooConnection connection =
        OdooConnection.builder()
            .url(url)
            .database(odoo.database())
            .login(odoo.login())
            .apiKey(odoo.apiKey())
            .build();
    return SyncEngine.builder(OdooClient.connect(connection))
        .namespace("__school_travel__")
        .contacts(host.contacts())
        .travels(host.travels())
        .invoices(host.invoices())
        .idStore(store)
        .syncLog(log)
        .taxes(FrenchChart.TAXES);
  }

  private static Map<String, List<StoredRecord>> records(InProcessOdoo odoo) {
    Map<String, List<StoredRecord>> records = new HashMap<>();
    MODELS.forEach(model -> records.put(model, odoo.records(model)));
    return records;
  }

  /** Somebody else's partners, under the same ids as ours in the other Odoo. */
  private static void live(InProcessOdoo odoo) {
    for (int i = 1; i <= 10; i++) {
      odoo.person().create("res.partner", Map.of("name", "Stranger " + i));
      odoo.person().create("crm.lead", Map.of("name", "Lead " + i, "type", "lead"));
    }
  }

  @ParameterizedTest
  @EnumSource(OdooRelease.class)
  void runAll_anotherOdooWithStrangers_stopsAndTouchesNothing(OdooRelease release) {
    try (InProcessOdoo first = InProcessOdoo.start(release);
        InProcessOdoo second = InProcessOdoo.start(release)) {
      assertThat(engine(first, first.url()).build().runAll().isSuccessful()).isTrue();
      live(second);
      Map<String, List<StoredRecord>> before = records(second);
      host.put(teacher(1).phone("+33 1 99 00 00 99").build());

      for (ConflictPolicy policy : List.of(ConflictPolicy.localWins(), ConflictPolicy.odooWins())) {
        SyncEngine engine = engine(second, second.url()).conflictPolicy(policy).build();
        assertStops(engine.runAll());
        assertThat(engine.plan().stopped()).contains("rebuildLinks()");
      }

      assertThat(records(second)).isEqualTo(before);
      assertThat(host.taken()).isEmpty();
      SyncReport back = engine(first, first.url()).build().runAll();
      assertThat(back.stage(CONTACT).orElseThrow().updated()).as("%s", back).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(OdooRelease.class)
  void runAll_anotherEmptyOdoo_stopsAndCreatesNothing(OdooRelease release) {
    try (InProcessOdoo first = InProcessOdoo.start(release);
        InProcessOdoo second = InProcessOdoo.start(release)) {
      engine(first, first.url()).build().runAll();
      Map<String, List<StoredRecord>> before = records(second);

      assertStops(engine(second, second.url()).build().runAll());

      assertThat(records(second)).isEqualTo(before);
    }
  }

  @Test
  void runAll_anotherOdooAndAStoreThatKeepsNoOwner_stopsToo() {
    try (InProcessOdoo first = InProcessOdoo.start(OdooRelease.V19);
        InProcessOdoo second = InProcessOdoo.start(OdooRelease.V19)) {
      IdStore plain =
          new CountedIdStore(ids) {
            @Override
            public Optional<String> owner() {
              return Optional.empty();
            }

            @Override
            public void claim(String owner) {}
          };
      engine(first, first.url(), plain).build().runAll();
      live(second);
      Map<String, List<StoredRecord>> before = records(second);

      assertStops(engine(second, second.url(), plain).build().runAll());

      assertThat(records(second)).isEqualTo(before);
      assertThat(engine(first, first.url(), plain).build().runAll().isSuccessful()).isTrue();
    }
  }

  @Test
  void rebuildLinks_anotherOdooForGood_startsAnewThere() {
    try (InProcessOdoo first = InProcessOdoo.start(OdooRelease.V19);
        InProcessOdoo second = InProcessOdoo.start(OdooRelease.V19)) {
      engine(first, first.url()).build().runAll();
      live(second);
      List<StoredRecord> strangers = second.records("res.partner");
      SyncEngine engine = engine(second, second.url()).build();

      Map<EntityType, Long> restored = engine.rebuildLinks();
      SyncReport report = engine.runAll();

      assertThat(restored.values()).containsOnly(0L);
      assertThat(report.isSuccessful()).as("%s", report).isTrue();
      assertThat(report.stages()).allMatch(stage -> stage.created() == 5);
      assertThat(second.records("res.partner")).containsAll(strangers);
      assertThat(engine.runAll().stages()).allMatch(stage -> stage.unchanged() == 5);
    }
  }

  @Test
  void rebuildLinks_anotherOdooThatHasTheRecords_theStoresAreItsFromThenOn() {
    try (InProcessOdoo first = InProcessOdoo.start(OdooRelease.V19);
        InProcessOdoo second = InProcessOdoo.start(OdooRelease.V19)) {
      live(second);
      engine(second, second.url(), new InMemoryIdStore()).build().run(CONTACT);
      engine(first, first.url()).build().run(CONTACT);

      Map<EntityType, Long> restored = engine(second, second.url()).build().rebuildLinks();

      assertThat(restored).containsEntry(CONTACT, 5L);
      assertStops(engine(first, first.url()).build().run(CONTACT));
      assertThat(engine(second, second.url()).build().run(CONTACT).isSuccessful()).isTrue();
    }
  }

  @Test
  void runAll_sameOdooUnderAnotherAddress_goesOnAndSaysSo() {
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      engine(odoo, odoo.url()).build().runAll();
      String other = odoo.url().replace("127.0.0.1", "localhost");
      assertThat(other).isNotEqualTo(odoo.url());

      SyncReport report = engine(odoo, other).build().runAll();

      assertThat(report.isSuccessful()).as("%s", report).isTrue();
      assertThat(report.stages()).allMatch(stage -> stage.unchanged() == 5);
      assertThat(log.find(SyncLogQuery.all().withRun(report.runId())))
          .filteredOn(entry -> entry.event() == SyncEvent.STORES_MOVED)
          .hasSize(1);
    }
  }

  @Test
  void apply_planForAnotherOdoo_isRefused() {
    try (InProcessOdoo first = InProcessOdoo.start(OdooRelease.V19);
        InProcessOdoo second = InProcessOdoo.start(OdooRelease.V19)) {
      SyncPlan plan = SyncPlan.parse(engine(first, first.url()).build().plan().toJson());

      assertThatIllegalArgumentException()
          .isThrownBy(() -> engine(second, second.url()).build().apply(plan))
          .withMessageContaining(first.url());
    }
  }

  private static void assertStops(SyncReport report) {
    assertThat(report.status()).as("%s", report).isEqualTo(RunStatus.STOPPED);
    assertThat(report.stopped()).asString().contains("none of those looked at leads to its record");
  }
}
