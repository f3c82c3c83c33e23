package io.odoosync.examples.scheduler;

import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A node in a process of its own, which lives as long as its parent keeps its input open. */
final class ScheduledNode {

  /** Short, so that a test need not wait long for what a dead node held. */
  static final Duration LEASE = Duration.ofSeconds(2);

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofMillis(500);

  private ScheduledNode() {}

  /** Takes the node's name and the address of the database; the Odoo comes in the environment. */
  public static void main(String[] arguments) throws IOException {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(arguments[1]);
    new ScheduledSync(engine(dataSource), dataSource)
        .scheduler(arguments[0], PAUSE, HEARTBEAT)
        .start();
    if (System.in.read() < 0) {
      System.exit(0);
    }
  }

  private static SyncEngine engine(DataSource dataSource) {
    OdooConnection connection =
        OdooConnection.builder()
            .url(System.getenv("NODE_URL"))
            .database(System.getenv("NODE_DATABASE"))
            .login(System.getenv("NODE_LOGIN"))
            .apiKey(System.getenv("NODE_API_KEY"))
            .build();
    return SyncEngine.builder(OdooClient.connect(connection))
        .namespace("__school_travel__")
        .contacts(teachers(dataSource))
        .stores(JdbcStores.builder(dataSource).leaseTime(LEASE).build())
        .build();
  }

  private static ContactSource teachers(DataSource dataSource) {
    return () -> {
      List<Contact> teachers = new ArrayList<>();
      try (Connection connection = dataSource.getConnection();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT id, name FROM teacher")) {
        while (rows.next()) {
          LocalKey key = LocalKey.of("teacher", rows.getLong("id"));
          teachers.add(Contact.builder(key).name(rows.getString("name")).build());
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return teachers.stream();
    };
  }
}
