package io.odoosync.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What differs from one database product to another. */
sealed interface Dialect permits PostgreSqlDialect, H2Dialect, MySqlDialect, SqliteDialect {

  /** Syntax or access; no such schema on PostgreSQL and on H2. */
  List<String> MISSING = List.of("42", "3F000", "90079");

  /** The scripts that make the tables, below the folder of all of them, in their order. */
  List<String> scripts();

  /** How instants are kept. */
  SqlInstant times();

  /**
   * A statement that inserts a row, or replaces the one that has its key; its parameters are the
   * columns.
   *
   * @param columns all columns of the row
   * @param key those of the primary key
   */
  default String upsert(TableName table, List<String> columns, List<String> key) {
    return insert(table, columns)
        + " ON CONFLICT ("
        + String.join(", ", key)
        + ") DO UPDATE SET "
        + assignments(columns, key, column -> "EXCLUDED." + column);
  }

  /** The statement that inserts a row, with a parameter for each column. */
  static String insert(TableName table, List<String> columns) {
    return "INSERT INTO "
        + table
        + " ("
        + String.join(", ", columns)
        + ") VALUES ("
        + parameters(columns)
        + ")";
  }

  static String parameters(List<String> columns) {
    return "?" + ", ?".repeat(columns.size() - 1);
  }

  /** What replaces the columns that are not of the key. */
  static String assignments(
      List<String> columns, List<String> key, UnaryOperator<String> insertedValue) {
    return columns.stream()
        .filter(column -> !key.contains(column))
        .map(column -> column + " = " + insertedValue.apply(column))
        .collect(Collectors.joining(", "));
  }

  /**
   * A condition that finds links by primary key; its parameters are the entity type and the keys.
   *
   * @param count how many keys
   */
  default String linkKeys(int count) {
    return "entity_type = ? AND local_key IN (?" + ", ?".repeat(count - 1) + ")";
  }

  /**
   * A condition that finds rows by the values of several columns.
   *
   * @param columns the columns, in parentheses
   * @param rows their values, each row in parentheses
   */
  default String rowsIn(String columns, List<String> rows) {
    return columns + " IN (" + String.join(", ", rows) + ")";
  }

  /**
   * A statement that inserts a lock unless it has a row already; its parameters are name, owner and
   * milliseconds.
   */
  default String insertLock(TableName lock) {
    return "INSERT INTO "
        + lock
        + " (name, locked_by, lock_until, locked_at) VALUES (?, ?, "
        + utcLater()
        + ", "
        + utcNow()
        + ") ON CONFLICT (name) DO NOTHING";
  }

  /** The database's clock as a timestamp in UTC, whatever the time zone of the session. */
  String utcNow();

  /** The database's clock so many milliseconds later; the number is a parameter. */
  String utcLater();

  /** The database's clock as a value of a column of instants. */
  default String instantNow() {
    return "CURRENT_TIMESTAMP";
  }

  /** The strictest level of isolation that a transaction of ours has, as in {@link Connection}. */
  default int strictestIsolation() {
    return Connection.TRANSACTION_SERIALIZABLE;
  }

  /** The end of a query whose last parameter is the most rows to return. */
  String limit();

  /**
   * Whether a transaction failed only because another one was faster, so that the same once more
   * can succeed.
   */
  boolean lostRace(SQLException failure);

  /**
   * Whether a connection that does not commit by itself has changes or locks of somebody else's.
   */
  boolean hasUncommittedWork(Connection connection) throws SQLException;

  /**
   * Limits how long each statement of the transaction that begins waits for a lock, or the
   * transaction for its turn.
   *
   * @param limit all attempts together, if the transaction is tried again after such a failure
   * @return what restores the connection once the transaction has ended
   */
  OwnTransaction.Step limitWaiting(Connection connection, Duration limit) throws SQLException;

  /** Limits how long each further statement of the transaction waits for a lock. */
  void waitAtMost(Connection connection, Duration limit) throws SQLException;

  /** Whether a statement failed because it had waited for a lock for too long. */
  boolean isLockTimeout(SQLException failure);

  /** Whether a transaction can't go on after a failure, not even from a savepoint. */
  boolean mustStartAgain(SQLException failure);

  /** The end of a query that locks its rows for an update, and leaves out those that are locked. */
  String lockingWhatIsFree();

  /** The sets of columns of which no two rows of a table have the same values. */
  Collection<Set<String>> uniqueKeys(Connection connection, MirrorTable.Place table)
      throws SQLException;

  /** The schema of the table that a query is about, as far as the driver tells. */
  default String schema(ResultSetMetaData metadata) throws SQLException {
    return metadata.getSchemaName(1);
  }

  /** The columns of a table, of all of which the metadata tells. */
  default List<MirrorTable.Column> columns(
      Connection connection, MirrorTable.Place table, ResultSetMetaData metadata)
      throws SQLException {
    return columns(metadata);
  }

  /** Whether a table that gets a column is another table afterwards. */
  boolean altersByCopying();

  /** Whether a statement that creates an object failed because another node has just created it. */
  boolean alreadyExists(SQLException failure);

  /** Whether a statement failed because there is no such table, schema or column. */
  default boolean isMissing(SQLException failure) {
    return MISSING.stream().anyMatch(state -> hasState(failure, state));
  }

  /** The columns that the metadata tells of, as far as it does. */
  static List<MirrorTable.Column> columns(ResultSetMetaData metadata) throws SQLException {
    List<MirrorTable.Column> columns = new ArrayList<>();
    for (int i = 1; i <= metadata.getColumnCount(); i++) {
      columns.add(
          new MirrorTable.Column(
              metadata.getColumnName(i),
              metadata.getColumnTypeName(i),
              new ColumnLimit(
                  metadata.getColumnType(i), metadata.getPrecision(i), metadata.getScale(i)),
              TextRule.EXACT));
    }
    return List.copyOf(columns);
  }

  /** Whether the SQLState tells of a serialization failure or a deadlock, in any product. */
  static boolean isRollback(SQLException failure) {
    return hasState(failure, "40");
  }

  /** Gathers the columns of indexes, of which each row has an index and one of its columns. */
  static Collection<Set<String>> columnsByIndex(ResultSet rows, String index, String column)
      throws SQLException {
    Map<String, Set<String>> columns = new HashMap<>();
    while (rows.next()) {
      columns
          .computeIfAbsent(rows.getString(index), name -> new HashSet<>())
          .add(rows.getString(column));
    }
    return columns.values();
  }

  static boolean hasState(SQLException failure, String prefix) {
    return failure.getSQLState() != null && failure.getSQLState().startsWith(prefix);
  }
}
