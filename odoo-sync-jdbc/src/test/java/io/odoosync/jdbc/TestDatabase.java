package io.odoosync.jdbc;

import static org.junit.jupiter.api.Assumptions.abort;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

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
  },
  MARIADB {
    @Override
    DataSource fresh() {
      return freshMariaDb("");
    }

    @Override
    String milliseconds(String column) {
      return MYSQL.milliseconds(column);
    }

    @Override
    String quoted(String name) {
      return MYSQL.quoted(name);
    }

    @Override
    String forAnyText() {
      return " CHARACTER SET utf8mb4";
    }
  },
  /** One that runs already, see {@link #MYSQL_URL}. */
  MYSQL {
    @Override
    DataSource fresh() {
      return freshMySql("");
    }

    @Override
    String milliseconds(String column) {
      return "TIMESTAMPDIFF(MICROSECOND, '1970-01-01', " + column + ") DIV 1000";
    }

    @Override
    String quoted(String name) {
      return "`" + name + "`";
    }

    @Override
    boolean hasType(String name) {
      return !name.equals("uuid");
    }
  },
  SQLITE {
    @Override
    DataSource fresh() {
      return freshSqlite(temporaryFile(), SQLiteConfig.JournalMode.WAL);
    }

    @Override
    String milliseconds(String column) {
      return column;
    }

    @Override
    boolean hasType(String name) {
      return !name.startsWith("numeric");
    }
  };

  /**
   * The environment variable with the address of a MySQL server whose databases the tests may make:
   * {@code jdbc:mysql://127.0.0.1:3306/?user=…&password=…}. Without it, its tests are skipped.
   */
  static final String MYSQL_URL = "MYSQL_URL";

  private static final AtomicInteger COUNTER = new AtomicInteger();

  /** A data source over an empty database or schema. */
  abstract DataSource fresh();

  /** A column of instants as milliseconds since 1970. */
  String milliseconds(String column) {
    return "CAST(EXTRACT(EPOCH FROM " + column + ") * 1000 AS BIGINT)";
  }

  /** A name whose case counts. */
  String quoted(String name) {
    return "\"" + name + "\"";
  }

  /** Whether there is such a type of columns that can hold an id. */
  boolean hasType(String name) {
    return true;
  }

  /** What a table of the host's is made with so that its columns take any character. */
  String forAnyText() {
    return "";
  }

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

  /**
   * A database of MariaDB's.
   *
   * @param settings of the driver, with an ampersand before each
   */
  static DataSource freshMariaDb(String settings) {
    String server = MariaDbServer.url();
    String database = freshSchema(mariaDb(server), "test");
    return mariaDb(server.replace("/?", "/" + database + "?") + settings);
  }

  private static DataSource mariaDb(String url) {
    try {
      return new MariaDbDataSource(url);
    } catch (SQLException failure) {
      throw new IllegalStateException(url, failure);
    }
  }

  /**
   * A database of MySQL's.
   *
   * @param settings of the driver, with an ampersand before each
   */
  static DataSource freshMySql(String settings) {
    String server = System.getenv(MYSQL_URL);
    if (server == null) {
      return abort("no MySQL server: " + MYSQL_URL + " is not set, see dev/README.md");
    }
    String database = freshSchema(mySql(server), "test");
    return mySql(server.replace("/?", "/" + database + "?") + settings);
  }

  private static DataSource mySql(String url) {
    MysqlDataSource dataSource = new MysqlDataSource();
    dataSource.setUrl(url);
    return dataSource;
  }

  /** A file that ends with the JVM. */
  static Path temporaryFile() {
    try {
      Path folder = Files.createTempDirectory("sqlite");
      Path file = folder.resolve("stores.db");
      for (Path each : List.of(folder, file, folder.resolve("stores.db-wal"))) {
        each.toFile().deleteOnExit();
      }
      return file;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static DataSource freshSqlite(Path file, SQLiteConfig.JournalMode journal) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(journal);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    config.setBusyTimeout(10_000);
    SQLiteDataSource dataSource = new SQLiteDataSource(config);
    dataSource.setUrl("jdbc:sqlite:" + file);
    return dataSource;
  }

  /** An empty schema of a name that nobody else has; on MySQL and MariaDB that is a database. */
  static String freshSchema(DataSource dataSource, String name) {
    String schema = name + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
    execute(dataSource, "CREATE SCHEMA " + schema);
    return schema;
  }

  /** The rows of an INSERT into one column. */
  static String numbers(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(number -> "(" + number + ")")
        .collect(Collectors.joining(", ", "VALUES ", ""));
  }

  /** Runs a statement, or several of which each ends with a semicolon at the end of a line. */
  static void execute(DataSource dataSource, String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : sql.split(";\\R", -1)) {
        if (!each.isBlank()) {
          statement.execute(each);
        }
      }
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
