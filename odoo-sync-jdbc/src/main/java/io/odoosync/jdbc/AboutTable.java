package io.odoosync.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Facts about the tables themselves, each a row with a name. */
final class AboutTable {

  /** Whose links these are. */
  static final String OWNER = "owner";

  /** How far the scripts have come that made the tables. */
  static final String VERSION = "version";

  private final String select;
  private final String upsert;

  AboutTable(TableName table, Dialect dialect) {
    this.select = "SELECT content FROM " + table + " WHERE name = ?";
    this.upsert = dialect.upsertAbout(table);
  }

  Optional<String> read(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(select)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getString("content")) : Optional.empty();
      }
    }
  }

  void write(Connection connection, String name, String content) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(upsert)) {
      statement.setString(1, name);
      statement.setString(2, content);
      statement.executeUpdate();
    }
  }
}
