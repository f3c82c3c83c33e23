package io.odoosync.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Numbers in the database. */
final class SqlNumber {

  private SqlNumber() {}

  /** As {@link ResultSet#getLong(String)}; not every driver gives {@code null} as an object. */
  static @Nullable Long readNullable(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }
}
