package io.odoosync.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Facts about the tables themselves, each a row with a name. */
final class AboutTable {

  /** Whose links these are. */
  static final String OWNER = "owner";

  /** How far the scripts have come that made the tables. */
  static final String VERSION = "version";

  private static final List<String> COLUMNS = List.of("name", "content");
  private static final List<String> KEY = List.of("name");

  private final TableName table;
  private final Supplier<Dialect> dialect;

  AboutTable(TableName table, Supplier<Dialect> dialect) {
    this.table = table;
    this.dialect = dialect;
  }

  Optional<String> read(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(select())) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getString("content")) : Optional.empty();
      }
    }
  }

  private String select() {
    return "SELECT content FROM " + table + " WHERE name = ?";
  }

  void write(Connection connection, String name, String content) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(dialect.get().upsert(table, COLUMNS, KEY))) {
      statement.setString(1, name);
      statement.setString(2, content);
      statement.executeUpdate();
    }
  }
}
