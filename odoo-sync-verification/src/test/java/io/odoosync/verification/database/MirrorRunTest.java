package io.odoosync.verification.database;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.jdbc.Mirror;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.RunStatus;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.ContactSource;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogQuery;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs of a host whose own table repeats Odoo's ids. */
@Timeout(120)
class MirrorRunTest {

  private static final int COUNT = 12;

  @ParameterizedTest
  @EnumSource(HostDatabase.class)
  void runAll_insideTheCallersTransactionThatHoldsARow_syncsAllAndPutsItsMirrorOff(
      HostDatabase kind) throws Exception {
    try (TeacherHost host = new TeacherHost(kind, COUNT)) {
      JdbcStores stores = host.stores().build();
      SyncEngine engine = host.engine(stores).build();
      try (Connection own = host.database().getConnection()) {
        own.setAutoCommit(false);
        HostDatabase.execute(own, "UPDATE teacher SET name = 'Ada' WHERE id = 7");

        SyncReport report = engine.runAll();

        assertThat(contacts(report).created()).isEqualTo(COUNT);
        assertThat(report.isSuccessful()).isTrue();
        assertThat(host.wrongMirrors()).isEqualTo(1);
        assertThat(warnings(stores)).containsExactly("teacher/7");
        own.rollback();
      }
      engine.runAll();
      assertThat(host.wrongMirrors()).isZero();
      assertThat(warnings(stores)).as("no further one").containsExactly("teacher/7");
    }
  }

  @ParameterizedTest
  @EnumSource(HostDatabase.class)
  void runAll_ormSavedOldEntities_mendsTheColumnAndDoesNothingElse(HostDatabase kind) {
    try (TeacherHost host = new TeacherHost(kind, COUNT)) {
      SyncEngine engine = host.engine();
      engine.runAll();
      HostDatabase.execute(
          host.database(), "UPDATE teacher SET odoo_partner_id = NULL WHERE id <= 3");
      HostDatabase.execute(host.database(), "UPDATE teacher SET odoo_partner_id = 1 WHERE id = 12");
      host.odoo().forgetRequests();

      SyncReport report = engine.runAll();

      assertThat(host.wrongMirrors()).isZero();
      assertThat(contacts(report).unchanged()).isEqualTo(COUNT);
      assertThat(host.odoo().writes()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(HostDatabase.class)
  void rebuildLinks_ormSavedOldEntities_mendsTheColumn(HostDatabase kind) {
    try (TeacherHost host = new TeacherHost(kind, COUNT)) {
      SyncEngine engine = host.engine();
      engine.runAll();
      HostDatabase.execute(host.database(), "UPDATE teacher SET odoo_partner_id = NULL");

      engine.rebuildLinks();

      assertThat(host.wrongMirrors()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(HostDatabase.class)
  void plan_columnIsWrong_writesNothing(HostDatabase kind) {
    try (TeacherHost host = new TeacherHost(kind, COUNT)) {
      host.engine().runAll();
      HostDatabase.execute(host.database(), "UPDATE teacher SET odoo_partner_id = NULL");
      host.hire(100);

      assertThat(host.engine().plan().records()).hasSize(1);

      assertThat(host.wrongMirrors()).isEqualTo(COUNT + 1);
    }
  }

  @ParameterizedTest
  @EnumSource(HostDatabase.class)
  void runAll_databaseRefusesOneId_warnsOfThatRecordAndCountsItAsCreated(HostDatabase kind) {
    try (TeacherHost host = new TeacherHost(kind, COUNT)) {
      HostDatabase.execute(
          host.database(),
          "ALTER TABLE teacher ADD CONSTRAINT odd CHECK (odoo_partner_id IS NULL OR id <> 7)");
      JdbcStores stores = host.stores().build();
      SyncEngine engine = host.engine(stores).build();

      SyncReport report = engine.runAll();

      assertThat(contacts(report).created()).isEqualTo(COUNT);
      assertThat(host.wrongMirrors()).isEqualTo(1);
      assertThat(warnings(stores)).containsExactly("teacher/7");
      HostDatabase.execute(host.database(), "ALTER TABLE teacher DROP CONSTRAINT odd");
      engine.runAll();
      assertThat(host.wrongMirrors()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(HostDatabase.class)
  void runAll_keyCannotBeOneOfTheTable_failsThatRecordBeforeAnythingIsCreated(HostDatabase kind) {
    try (TeacherHost host = new TeacherHost(kind, 3)) {
      List<LocalKey> odd = List.of(LocalKey.of("teacher", "x7"), LocalKey.of("teacher", 1, 2));
      odd.forEach(key -> host.teachers().add(1, TeacherHost.teacher(key)));
      SyncEngine engine = host.engine();

      SyncPlan plan = engine.plan();
      StageReport report = contacts(engine.runAll());

      assertThat(plan.records())
          .filteredOn(record -> record.action() == PlannedRecord.Action.FAIL)
          .extracting(PlannedRecord::key)
          .containsExactlyInAnyOrderElementsOf(odd);
      assertThat(report.created()).isEqualTo(3);
      assertThat(report.failed()).isEqualTo(2);
      assertThat(report.failures())
          .allSatisfy(
              failed -> {
                assertThat(odd).contains(failed.key());
                assertThat(failed.failure().cause()).isEqualTo(FailureCause.HOST_FAULT);
                assertThat(failed.failure().reason())
                    .contains(failed.key() + " cannot be a row of table teacher")
                    .containsIgnoringCase("must be a whole number as in its column id");
              });
      assertThat(host.partners()).containsExactly("Teacher 1", "Teacher 2", "Teacher 3");
      assertThat(host.wrongMirrors()).isZero();
    }
  }

  /** From before there was a mirror: the link stays, and rebuilding links does not end at it. */
  @ParameterizedTest
  @EnumSource(HostDatabase.class)
  void rebuildLinks_keyThatTheMirrorOfTodayCannotTake_keepsItsLink(HostDatabase kind) {
    try (TeacherHost host = new TeacherHost(kind, 3)) {
      host.teachers().add(TeacherHost.teacher(LocalKey.of("teacher", "x7")));
      host.engine(JdbcStores.builder(host.database()).createTables().build()).build().runAll();
      HostDatabase.execute(host.database(), "DELETE FROM odoo_sync_links");

      SyncEngine mirrored = host.engine();

      assertThat(mirrored.rebuildLinks()).containsEntry(CONTACT, 4L);
      assertThat(host.wrongMirrors()).isZero();
      assertThat(contacts(mirrored.runAll()).failed()).isEqualTo(1);
      assertThat(host.partners()).hasSize(4);
    }
  }

  @ParameterizedTest
  @EnumSource(HostDatabase.class)
  void runAll_storesBuiltBeforeTheTables_stopsWithWordsAndThenWorks(HostDatabase kind) {
    try (TeacherHost host = new TeacherHost(kind, 3)) {
      Mirror elsewhere = Mirror.of(CONTACT, "teacher").table("person").key("id").odooId("odoo_id");
      JdbcStores stores = JdbcStores.builder(host.database()).mirror(elsewhere).build();
      SyncEngine engine =
          host.engine(stores, host.client(), ContactSource.of(host.teachers())).build();
      assertStopped(engine.runAll(), "the lock of the run failed");
      HostDatabase.execute(host.database(), stores.ddl());

      assertStopped(engine.runAll(), "the id store failed", "Could not read table person");
      HostDatabase.execute(host.database(), "CREATE TABLE person (id integer, odoo_id bigint)");
      assertStopped(engine.runAll(), "the id store failed", "Several rows of table", "person");
      HostDatabase.execute(host.database(), "CREATE UNIQUE INDEX person_id ON person (id)");
      HostDatabase.execute(host.database(), "INSERT INTO person (id) VALUES (2)");

      assertThat(engine.runAll().isSuccessful()).isTrue();
      assertThat(HostDatabase.select(host.database(), "SELECT odoo_id FROM person"))
          .doesNotContainNull();
      assertThat(events(stores, SyncEvent.RUN_STOPPED)).hasSize(2);
    }
  }

  private static void assertStopped(SyncReport report, String... words) {
    assertThat(report.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(Objects.requireNonNull(report.stopped()).cause()).isEqualTo(FailureCause.HOST_FAULT);
    for (String word : words) {
      assertThat(Objects.requireNonNull(report.stopped()).reason()).containsIgnoringCase(word);
    }
    assertThat(report.stages()).isEmpty();
  }

  private static StageReport contacts(SyncReport report) {
    return report.stage(CONTACT).orElseThrow();
  }

  private static List<String> warnings(JdbcStores stores) {
    return events(stores, SyncEvent.RECORD_WARNING)
        .map(entry -> String.valueOf(entry.key()))
        .toList();
  }

  private static Stream<SyncLogEntry> events(JdbcStores stores, SyncEvent event) {
    return stores.syncLogStore().find(SyncLogQuery.all()).stream()
        .filter(entry -> entry.event() == event);
  }
}
