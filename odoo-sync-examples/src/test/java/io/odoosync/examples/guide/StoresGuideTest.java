package io.odoosync.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.jdbc.Database;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.jdbc.Mirror;
import io.odoosync.odoo.OdooClient;
import io.odoosync.source.ContactSource;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogLevel;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class StoresGuideTest {

  private static JdbcStores stores(DataSource dataSource) {
    // region jdbc
    Mirror teachers =
        Mirror.of(EntityType.CONTACT, "teacher")
            .table("teacher")
            .key("id")
            .odooId("odoo_partner_id");
    JdbcStores stores =
        JdbcStores.builder(dataSource)
            .mirror(teachers)
            .leaseTime(Duration.ofMinutes(10)) // how long a dead node keeps others waiting
            .lockTimeout(Duration.ofSeconds(5)) // for rows that somebody has locked
            .build();
    // endregion
    return stores;
  }

  private static void migrate(DataSource dataSource) {
    // region flyway
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:io/odoosync/jdbc/db-migration/h2") // or postgresql, mysql, mariadb …
        .table("odoo_sync_schema_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
    // endregion
  }

  @Test
  void runAll_tablesByFlyway_fillsTheMirroredColumn() {
    try (SchoolDatabase database = new SchoolDatabase("Ada");
        InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      JdbcStores stores = stores(database.dataSource()); // asks the database nothing yet
      migrate(database.dataSource());
      SyncEngine engine =
          Guide.engine(server)
              .contacts(new TeacherRows(database.dataSource()))
              .stores(stores)
              .build();

      assertThat(engine.runAll().isSuccessful()).isTrue();

      assertThat(database.value("SELECT odoo_partner_id FROM teacher"))
          .isEqualTo(String.valueOf(Guide.synced(server, "res_partner_teacher_1").id()));
    }
  }

  @Test
  void ddl_withoutConnection_hasTheTables() {
    // region ddl
    String ddl = JdbcStores.ddl(Database.POSTGRESQL);
    // endregion
    assertThat(ddl).contains("odoo_sync_links", "sync_logs", "odoo_sync_outbox", "local_key bytea");
  }

  @Test
  void engine_storesOfItsOwn_areUsed() {
    List<String> trail = new ArrayList<>();
    try (SchoolDatabase database = new SchoolDatabase("Ada");
        InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      JdbcStores stores = JdbcStores.builder(database.dataSource()).createTables().build();
      ContactSource teachers = new TeacherRows(database.dataSource());
      OurIdStore links = new OurIdStore();
      OdooClient odoo = Guide.client(server);
      // region own
      SyncEngine engine =
          SyncEngine.builder(odoo)
              .namespace("__school__")
              .contacts(teachers)
              .stores(stores) // all of them …
              .idStore(links) // … but for this one
              .syncLog(
                  new ForwardingLog(
                      stores.syncLogStore(), entry -> trail.add(entry.event() + " " + entry.key())))
              .keepLogsFor(Duration.ofDays(400))
              .build();
      // endregion
      engine.runAll();

      LocalKey ada = LocalKey.of("teacher", 1);
      assertThat(links.find(EntityType.CONTACT, List.of(ada))).containsKey(ada);
      assertThat(trail).contains("RECORD_CREATED teacher/1");
    }
  }

  @Test
  void log_warningsOfARun_areFound() {
    try (SchoolDatabase database = new SchoolDatabase("Ada", "");
        InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      JdbcStores stores = JdbcStores.builder(database.dataSource()).createTables().build();
      SyncEngine engine =
          Guide.engine(server)
              .contacts(new TeacherRows(database.dataSource()))
              .stores(stores)
              .build();
      String runId = engine.runAll().runId();
      // region query
      List<SyncLogEntry> troubles =
          stores
              .syncLogStore()
              .find(SyncLogQuery.all().withRun(runId).withMinimumLevel(SyncLogLevel.WARN));
      List<SyncLogEntry> ada = engine.history(EntityType.CONTACT, LocalKey.of("teacher", 1));
      // endregion
      assertThat(troubles).extracting(SyncLogEntry::event).contains(SyncEvent.RECORD_FAILED);
      assertThat(ada).extracting(SyncLogEntry::event).containsExactly(SyncEvent.RECORD_CREATED);
    }
  }
}
