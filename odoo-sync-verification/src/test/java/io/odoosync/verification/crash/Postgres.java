package io.odoosync.verification.crash;

import io.odoosync.jdbc.JdbcStores;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server that several processes of a host share; it ends with this JVM. */
final class Postgres {

  private static final EmbeddedPostgres SERVER = start();

  private Postgres() {}

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().setServerConfig("max_connections", "60").start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of an empty schema. */
  static String freshSchema(String name) {
    execute(SERVER.getPostgresDatabase(), "CREATE SCHEMA " + name);
    return "jdbc:postgresql://localhost:"
        + SERVER.getPort()
        + "/postgres?user=postgres&currentSchema="
        + name;
  }

  /** Makes all leases run out, as they do when some time has gone by. */
  static void letLeasesRunOut(String address) {
    execute(dataSource(address), "DELETE FROM " + JdbcStores.DEFAULT_LOCK_TABLE);
  }

  private static DataSource dataSource(String address) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setURL(address);
    return dataSource;
  }

  private static void execute(DataSource dataSource, String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
