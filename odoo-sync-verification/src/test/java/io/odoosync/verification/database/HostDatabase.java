package io.odoosync.verification.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The real databases that hosts have. */
enum HostDatabase {
  H2 {
    @Override
    DataSource fresh() {
      JdbcDataSource dataSource = new JdbcDataSource();
      dataSource.setURL("jdbc:h2:mem:host" + COUNTER.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
      return dataSource;
    }
  },
  POSTGRESQL {
    @Override
    DataSource fresh() {
      String schema = "host" + COUNTER.incrementAndGet();
      execute(Server.POSTGRES.getPostgresDatabase(), "CREATE SCHEMA " + schema);
      PGSimpleDataSource dataSource = new PGSimpleDataSource();
      dataSource.setPortNumbers(new int[] {Server.POSTGRES.getPort()});
      dataSource.setDatabaseName("postgres");
      dataSource.setUser("postgres");
      dataSource.setCurrentSchema(schema);
      return dataSource;
    }
  };

  private static final AtomicInteger COUNTER = new AtomicInteger();

  /** A data source over an empty database or schema. */
  abstract DataSource fresh();

  static void execute(DataSource dataSource, String sql) {
    try (Connection connection = dataSource.getConnection()) {
      execute(connection, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of all rows, as text. */
  static List<@Nullable String> select(DataSource dataSource, String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<@Nullable String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** One server for all tests; it ends with the JVM. */
  private static final class Server {

    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
