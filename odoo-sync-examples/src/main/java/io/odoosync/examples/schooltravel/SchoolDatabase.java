package io.odoosync.examples.schooltravel;

import io.odoosync.EntityType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** The application's own database: an H2 in a file, which survives the process. */
final class SchoolDatabase implements AutoCloseable {

  private final JdbcConnectionPool pool;

  private SchoolDatabase(JdbcConnectionPool pool) {
    this.pool = pool;
  }

  /**
   * Opens a database. One that does not exist yet is made, and filled with {@link SampleData}.
   *
   * @param file the database's file, without H2's suffix
   */
  static SchoolDatabase open(Path file) {
    SchoolDatabase database =
        new SchoolDatabase(
            JdbcConnectionPool.create("jdbc:h2:file:" + file.toAbsolutePath(), "school", ""));
    try {
      database.execute(schema());
      if (database.count("teacher") == 0) {
        new SampleData().insertInto(database.dataSource());
      }
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  DataSource dataSource() {
    return pool;
  }

  /** Connections in use. */
  int connections() {
    return pool.getActiveConnections();
  }

  /** How many records of a kind belong in Odoo. */
  long count(EntityType type) {
    return switch (type) {
      case CONTACT -> count("teacher") + count("guest");
      case TRAVEL -> count("travel");
      case INVOICE -> count("invoice WHERE validated");
    };
  }

  /** How many of them know their id in Odoo. */
  long countLinked(EntityType type) {
    return switch (type) {
      case CONTACT ->
          count("teacher WHERE odoo_partner_id > 0") + count("guest WHERE odoo_partner_id > 0");
      case TRAVEL -> count("travel WHERE odoo_lead_id > 0");
      case INVOICE -> count("invoice WHERE validated AND odoo_invoice_id > 0");
    };
  }

  long count(String tableAndCondition) {
    return Rows.first(pool, "SELECT COUNT(*) FROM " + tableAndCondition, row -> row.getLong(1))
        .orElseThrow();
  }

  void execute(String sql) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private static String schema() {
    try (InputStream schema = SchoolDatabase.class.getResourceAsStream("schema.sql")) {
      return new String(
          Objects.requireNonNull(schema, "schema.sql").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    pool.dispose();
  }
}
