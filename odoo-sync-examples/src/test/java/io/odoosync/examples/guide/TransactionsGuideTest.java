package io.odoosync.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransactionsGuideTest {

  private final SchoolDatabase database = new SchoolDatabase();
  private final InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19);
  private final JdbcStores stores =
      JdbcStores.builder(database.dataSource()).createTables().build();
  private Optional<String> transaction = Optional.empty();

  @AfterEach
  void close() {
    server.close();
    database.close();
  }

  private SyncEngine engine() {
    TeacherRows teachers = new TeacherRows(database.dataSource());
    OdooClient odoo = Guide.client(server);
    // region framework
    SyncEngine engine =
        SyncEngine.builder(odoo)
            .namespace("__school__")
            .contacts(teachers)
            .stores(stores)
            .hostTransactions(() -> transaction) // "transaction of …" while one is active
            .build();
    // endregion
    return engine;
  }

  private void enrol(String name, boolean succeeds) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      // region outbox
      connection.setAutoCommit(false);
      statement.execute("INSERT INTO teacher (id, name) OVERRIDING SYSTEM VALUE VALUES (7, 'Zoé')");
      stores
          .outbox()
          .on(connection)
          .changed(EntityType.CONTACT, List.of(LocalKey.of("teacher", 7)));
      // endregion
      statement.execute("UPDATE teacher SET name = '" + name + "'");
      if (succeeds) {
        connection.commit();
      } else {
        connection.rollback();
      }
    }
  }

  @Test
  void runOutbox_rolledBack_findsNothing() throws SQLException {
    enrol("Zoé", false);

    assertThat(engine().runOutbox()).isEmpty();
  }

  @Test
  void runOutbox_committed_sendsTheRecord() throws SQLException {
    enrol("Zoé Petit", true);
    SyncEngine engine = engine();
    // region outboxRun
    Optional<SyncReport> report = engine.runOutbox(); // each second: empty if nothing waits
    // endregion
    assertThat(report).hasValueSatisfying(done -> assertThat(done.isSuccessful()).isTrue());
    assertThat(Guide.synced(server, "res_partner_teacher_7").text("name")).isEqualTo("Zoé Petit");
  }

  @Test
  void runAll_insideATransactionOfTheHosts_isRefused() {
    SyncEngine engine = engine();
    transaction = Optional.of("transaction of Enrolment.save");

    SyncReport report = engine.runAll();

    assertThat(report.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(report.stopped())
        .extracting(Failure::reason)
        .asString()
        .contains("transaction of Enrolment.save");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void sync_afterAUserPressedSave_sendsThatRecord() {
    database.execute("INSERT INTO teacher (name) VALUES ('Luc')");
    SyncEngine engine = engine();
    // region sync
    SyncReport report = engine.sync(EntityType.CONTACT, LocalKey.of("teacher", 1));
    // endregion
    assertThat(report.stage(EntityType.CONTACT).orElseThrow().created()).isEqualTo(1);
  }
}
