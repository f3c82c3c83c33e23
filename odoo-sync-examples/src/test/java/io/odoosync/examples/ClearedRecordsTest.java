package io.odoosync.examples;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.store.Link;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

/** What a database keeps of people who left the host application. */
class ClearedRecordsTest {

  private static final LocalKey GONE = LocalKey.of("teacher", 1);

  @Test
  void runAll_clearingGoneRecords_leavesNothingOfThemInTheLinks() throws SQLException {
    JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:cleared", "sa", "");
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      JdbcStores stores = JdbcStores.builder(database).createTables().build();
      List<Contact> teachers = new ArrayList<>();
      teachers.add(Contact.builder(GONE).name("Ada Lovelace").phone("+33 1 23").build());
      teachers.add(Contact.builder(LocalKey.of("teacher", 2)).name("Zoé Martin").build());
      assertThat(run(odoo, stores, teachers).isSuccessful()).isTrue();
      assertThat(bases(database)).contains("Ada Lovelace", "Zoé Martin");
      Contact ada = teachers.remove(0);

      assertThat(run(odoo, stores, teachers).isSuccessful()).isTrue();

      assertThat(bases(database)).contains("Zoé Martin").doesNotContain("Ada", "+33 1 23");
      Link link =
          requireNonNull(stores.idStore().find(EntityType.CONTACT, List.of(GONE)).get(GONE));
      assertThat(link.odooId()).isNotNull();
      assertThat(link.createdAt()).isNotNull();
      teachers.add(ada);
      SyncReport back = run(odoo, stores, teachers);
      assertThat(back.stage(EntityType.CONTACT).orElseThrow().unchanged()).isEqualTo(2);
      assertThat(odoo.records("res.partner"))
          .filteredOn(record -> record.toString().contains("Ada Lovelace"))
          .hasSize(1);
    } finally {
      database.dispose();
    }
  }

  private static SyncReport run(InProcessOdoo odoo, JdbcStores stores, List<Contact> teachers) {
    return SyncEngine.builder(
            OdooClient.connect(
                OdooConnection.builder()
                    .url(odoo.url())
                    .database(odoo.database())
                    .login(odoo.login())
                    .apiKey(odoo.apiKey())
                    .build()))
        .namespace("__school_travel__")
        .contacts(ContactSource.of(teachers))
        .stores(stores)
        .clearGoneRecords()
        .build()
        .runAll();
  }

  private static String bases(JdbcConnectionPool database) throws SQLException {
    StringBuilder bases = new StringBuilder();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT base FROM " + JdbcStores.DEFAULT_LINKS_TABLE)) {
      while (rows.next()) {
        bases.append(rows.getString(1)).append('\n');
      }
    }
    return bases.toString();
  }
}
