package io.odoosync.jdbc;

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

/** The real databases that the tests run on. */
enum TestDatabase {
  H2 {
    @Override
    DataSource fresh() {
      return freshH2("");
    }
  },
  POSTGRESQL {
    @Override
    DataSource fresh() {
      return freshPostgreSql();
    }
  };

  private static final AtomicInteger COUNTER = new AtomicInteger();

  /** A data source over an empty database or schema. */
  abstract DataSource fresh();

  static DataSource freshH2(String settings) {
    return h2("mem:test" + COUNTER.incrementAndGet() + ";DB_CLOSE_DELAY=-1" + settings);
  }

  static DataSource h2(String location) {
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setURL("jdbc:h2:" + location);
    return dataSource;
  }

  static PGSimpleDataSource freshPostgreSql() {
    String schema = "test" + COUNTER.incrementAndGet();
    DataSource server = Server.POSTGRES.getPostgresDatabase();
    execute(server, "CREATE SCHEMA " + schema);
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setPortNumbers(new int[] {Server.POSTGRES.getPort()});
    dataSource.setDatabaseName("postgres");
    dataSource.setUser("postgres");
    dataSource.setCurrentSchema(schema);
    return dataSource;
  }

  static void execute(DataSource dataSource, String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(sql, failure);
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
    } catch (SQLException failure) {
      throw new IllegalStateException(sql, failure);
    }
  }

  /** One server for all tests; it ends with the JVM. */
  private static final class Server {

    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "100").start();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
