package io.odoosync.benchmarks.million;

import io.odoosync.jdbc.JdbcStores;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/** The links of a host, seen by somebody else. */
final class LinkTable {

  private static final String TABLE = JdbcStores.DEFAULT_LINKS_TABLE;

  private final DataSource database;

  LinkTable(DataSource database) {
    this.database = database;
  }

  /** How many records are in Odoo as far as the host knows; 0 while there is no table. */
  long linked() {
    return exists() ? number("SELECT count(*) FROM " + TABLE + " WHERE odoo_id IS NOT NULL") : 0;
  }

  /** Of how many the host does not know whether they are in Odoo. */
  long pending() {
    return exists() ? number("SELECT count(*) FROM " + TABLE + " WHERE odoo_id IS NULL") : 0;
  }

  private boolean exists() {
    return number("SELECT count(*) FROM pg_tables WHERE tablename = '" + TABLE + "'") == 1;
  }

  /** Lets a lease that a killed process left run out at once. */
  void dropLeases() {
    number(
        "WITH gone AS (DELETE FROM "
            + JdbcStores.DEFAULT_LOCK_TABLE
            + " RETURNING 1)"
            + " SELECT count(*) FROM gone");
  }

  /** How long the database itself takes to look at all that it keeps of all links. */
  Duration scan() {
    long start = System.nanoTime();
    number("SELECT count(*) + sum(length(l::text)) FROM " + TABLE + " l");
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private long number(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
