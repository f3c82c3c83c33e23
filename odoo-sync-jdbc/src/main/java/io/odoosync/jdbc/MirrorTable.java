package io.odoosync.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of the host as the database knows it: the exact spelling of its names and the types of
 * its columns. A query without rows tells them, as it finds the table just as an update will.
 *
 * @param place where it is
 * @param quote the quote
 * @param columns all columns
 * @param uniqueKeys the sets of columns of which no two rows have the same values
 */
record MirrorTable(
    Place place, String quote, List<Column> columns, Collection<Set<String>> uniqueKeys) {

  /**
   * Where a table is.
   *
   * @param quoted its name in quotes, as it stands in a statement
   * @param schema its schema as stored, as far as the driver tells
   * @param table its name as stored, as far as the driver tells
   */
  record Place(String quoted, String schema, String table) {}

  /**
   * One column.
   *
   * @param name as stored
   * @param typeName its type in the database's terms
   * @param limit its type in JDBC's terms, and how large its values may be
   * @param text how it is compared if it is text
   */
  record Column(String name, String typeName, ColumnLimit limit, TextRule text) {}

  /** Looks a table up as it is spelled, then in the case that the database gives to plain names. */
  static MirrorTable lookUp(Transactions transactions, Dialect dialect, TableName name) {
    try {
      return transactions.call("read table " + name, connection -> read(connection, dialect, name));
    } catch (JdbcStoreException failure) {
      return lookUpFolded(transactions, dialect, name, failure);
    }
  }

  private static MirrorTable lookUpFolded(
      Transactions transactions, Dialect dialect, TableName name, JdbcStoreException failure) {
    try {
      return transactions.call(
          "read table " + name, connection -> read(connection, dialect, folded(connection, name)));
    } catch (JdbcStoreException again) {
      failure.addSuppressed(again);
      throw failure;
    }
  }

  private static TableName folded(Connection connection, TableName name) throws SQLException {
    return name.folded(connection.getMetaData().storesUpperCaseIdentifiers());
  }

  private static MirrorTable read(Connection connection, Dialect dialect, TableName name)
      throws SQLException {
    String quote = connection.getMetaData().getIdentifierQuoteString();
    String quoted = name.quoted(quote);
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT * FROM " + quoted + " WHERE 1 = 0");
        ResultSet none = statement.executeQuery()) {
      ResultSetMetaData found = none.getMetaData();
      Place place = new Place(quoted, dialect.schema(found), found.getTableName(1));
      List<Column> columns = dialect.columns(connection, place, found);
      return new MirrorTable(place, quote, columns, dialect.uniqueKeys(connection, place));
    }
  }

  /** The name in quotes, as it stands in a statement. */
  String name() {
    return place.quoted();
  }

  /** Whether no two rows have the same values in these columns. */
  boolean isUnique(Collection<Column> some) {
    Set<String> names = some.stream().map(Column::name).collect(Collectors.toSet());
    return uniqueKeys.stream().anyMatch(names::containsAll);
  }

  /** The column spelled just so, else the one that differs in case only. */
  Column column(String columnName) {
    return Stream.concat(
            columns.stream().filter(column -> column.name().equals(columnName)),
            columns.stream().filter(column -> column.name().equalsIgnoreCase(columnName)))
        .findFirst()
        .orElseThrow(
            () -> new JdbcStoreException("Table " + name() + " has no column " + columnName, null));
  }

  String quoted(Column column) {
    return quote + column.name() + quote;
  }

  /** How ids are bound to a column. */
  ColumnBinding binding(Column column) {
    return ColumnBinding.of(column)
        .orElseThrow(
            () ->
                new JdbcStoreException(
                    "Column "
                        + column.name()
                        + " of table "
                        + name()
                        + " is of type "
                        + column.typeName()
                        + ", which cannot hold an id: use a whole number, text or a UUID",
                    null));
  }
}
