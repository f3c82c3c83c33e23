package io.odoosync.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.TravelSource;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

class DurableSyncTest {

  private static final URI NOBODY = URI.create("http://127.0.0.1:1/");

  @Test
  void engine_runTwice_createsOnceAndFillsTheHostsColumn() throws SQLException {
    JdbcConnectionPool host = JdbcConnectionPool.create("jdbc:h2:mem:durable", "sa", "");
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19);
        Connection connection = host.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE teacher (id INTEGER PRIMARY KEY, odoo_partner_id BIGINT)");
      statement.execute("INSERT INTO teacher (id) VALUES (1)");

      assertThat(engine(odoo, host).runAll().isSuccessful()).isTrue();
      long partner = partnerOfTheTeacher(statement);
      assertThat(engine(odoo, host).runAll().isSuccessful()).isTrue();

      assertThat(partnerOfTheTeacher(statement)).isEqualTo(partner);
      assertThat(odoo.records("res.partner"))
          .filteredOn(
              record -> "__school_travel__.res_partner_teacher_1".equals(record.externalId()))
          .singleElement()
          .satisfies(record -> assertThat(record.id()).isEqualTo(partner));
    } finally {
      host.dispose();
    }
  }

  private static SyncEngine engine(InProcessOdoo odoo, DataSource host) {
    Contact ada = Contact.builder(LocalKey.of("teacher", 1)).name("Ada Martin").build();
    OdooConnection connection =
        OdooConnection.builder()
            .url(odoo.url())
            .database(odoo.database())
            .login(odoo.login())
            .apiKey(odoo.apiKey())
            .build();
    return DurableSync.engine(
        OdooClient.connect(connection),
        host,
        ContactSource.of(List.of(ada)),
        TravelSource.of(List.of()),
        InvoiceSource.of(List.of()),
        NOBODY);
  }

  private static long partnerOfTheTeacher(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT odoo_partner_id FROM teacher")) {
      assertThat(row.next()).isTrue();
      return row.getLong(1);
    }
  }
}
