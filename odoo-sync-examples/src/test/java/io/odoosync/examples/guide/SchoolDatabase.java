package io.odoosync.examples.guide;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** An application's database with teachers in it, each time a new one. */
final class SchoolDatabase implements AutoCloseable {

  private final JdbcConnectionPool pool =
      JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");

  SchoolDatabase(String... names) {
    execute(
        "CREATE TABLE teacher (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
            + " name VARCHAR(200), email VARCHAR(200), phone VARCHAR(40), odoo_partner_id BIGINT,"
            + " updated_at TIMESTAMP(3) WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP)");
    for (String name : names) {
      execute("INSERT INTO teacher (name) VALUES ('" + name + "')");
    }
  }

  DataSource dataSource() {
    return pool;
  }

  void execute(String sql) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first column of the first row; "null" for none. */
  String value(String sql) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return String.valueOf(rows.getObject(1));
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    pool.dispose();
  }
}
