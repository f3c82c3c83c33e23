package io.odoosync.jdbc;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run inside a transaction that nobody can see, one of JDBC alone, which is rolled back. */
class RolledBackRowTest {

  private static final LocalKey GHOST = LocalKey.of("teacher", 9);

  private final InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19);

  @AfterEach
  void stop() {
    odoo.close();
  }

  @ParameterizedTest
  @EnumSource(value = TestDatabase.class, mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
  void runAll_rowThatIsRolledBack_isToldByTheNextRun(TestDatabase database) throws SQLException {
    DataSource dataSource = database.fresh();
    TestDatabase.execute(
        dataSource, "CREATE TABLE teacher (id BIGINT PRIMARY KEY, odoo_partner_id BIGINT)");
    TestDatabase.execute(dataSource, "INSERT INTO teacher (id) VALUES (1)");
    JdbcStores stores = stores(dataSource);
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      insertGhost(connection);
      SyncReport inside = engine(stores, () -> teachers(connection).stream()).runAll();
      assertThat(inside.isSuccessful()).as("%s", inside).isTrue();
      connection.rollback();

      engine(stores, () -> teachers(connection).stream()).runAll();
    }

    assertThat(warnings(stores))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.key()).isEqualTo(GHOST);
              assertThat(entry.message()).startsWith("the source does not give it any more");
            });
  }

  private static void insertGhost(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO teacher (id) VALUES (9)");
    }
  }

  private static List<Contact> teachers(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id FROM teacher ORDER BY id")) {
      List<Contact> teachers = new ArrayList<>();
      while (rows.next()) {
        long id = rows.getLong(1);
        teachers.add(Contact.builder(LocalKey.of("teacher", id)).name("Teacher " + id).build());
      }
      return teachers;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JdbcStores stores(DataSource dataSource) {
    return JdbcStores.builder(dataSource)
        .createTables()
        .mirror(Mirror.of(CONTACT, "teacher").table("teacher").key("id").odooId("odoo_partner_id"))
        .build();
  }

  private SyncEngine engine(JdbcStores stores, ContactSource contacts) {
    OdooConnection connection =
        OdooConnection.builder()
            .url(odoo.url())
            .database(odoo.database())
            .login(odoo.login())
            .apiKey(odoo.apiKey())
            .build();
    return SyncEngine.builder(OdooClient.connect(connection))
        .namespace("__rolled_back__")
        .contacts(contacts)
        .stores(stores)
        .build();
  }

  private static List<SyncLogEntry> warnings(JdbcStores stores) {
    return stores.syncLogStore().find(SyncLogQuery.all()).stream()
        .filter(entry -> entry.event() == SyncEvent.RECORD_WARNING)
        .toList();
  }
}
