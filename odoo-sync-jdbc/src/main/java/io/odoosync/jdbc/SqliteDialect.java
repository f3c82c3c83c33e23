package io.odoosync.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * SQLite. One transaction at a time writes, and one that read before it writes may fail for good
 * because of another one: so each of ours takes the place of the writer when it begins, and waits
 * for it.
 */
record SqliteDialect() implements Dialect {

  private static final int ERROR = 1;
  private static final int BUSY = 5;

  /** The primary key too: one of a whole number has no index. */
  private static final String UNIQUE_KEYS =
      "SELECT l.name AS index_name, i.name AS column_name FROM pragma_index_list(?1) l,"
          + " pragma_index_info(l.name) i WHERE l.\"unique\" = 1 AND l.partial = 0"
          + " UNION ALL SELECT ' primary key', name FROM pragma_table_info(?1) WHERE pk > 0";

  /** The collations of unique keys, which are those of their columns unless somebody says other. */
  private static final String COLLATIONS =
      "SELECT i.name AS column_name, i.coll FROM pragma_index_list(?1) l,"
          + " pragma_index_xinfo(l.name) i WHERE l.\"unique\" = 1 AND i.key = 1"
          + " AND i.name IS NOT NULL";

  @Override
  public List<String> scripts() {
    return Ddl.scriptsFrom(3, "sqlite");
  }

  @Override
  public SqlInstant times() {
    return SqlInstant.MILLISECONDS;
  }

  @Override
  public String rowsIn(String columns, List<String> rows) {
    return columns + " IN (VALUES " + String.join(", ", rows) + ")";
  }

  @Override
  public String utcNow() {
    return "strftime('%Y-%m-%d %H:%M:%f', 'now')";
  }

  @Override
  public String utcLater() {
    return "strftime('%Y-%m-%d %H:%M:%f', 'now', (? / 1000.0) || ' seconds')";
  }

  @Override
  public String instantNow() {
    return "CAST(ROUND(unixepoch('subsec') * 1000) AS INTEGER)";
  }

  @Override
  public String limit() {
    return " LIMIT ?";
  }

  /** Whoever has begun to write goes on: nobody loses a race, one only waits for too long. */
  @Override
  public boolean lostRace(SQLException failure) {
    return false;
  }

  @Override
  public boolean hasUncommittedWork(Connection connection) {
    throw new JdbcStoreException(
        "The connection does not commit by itself. On SQLite nobody can tell whether such a one is"
            + " in the middle of a transaction: give the stores a data source whose connections"
            + " commit by themselves, and hand over the connection of a transaction that the outbox"
            + " is to note in: outbox().on(connection)",
        null);
  }

  /** Waits for its turn to write, now. The driver has begun a transaction that has no lock yet. */
  @Override
  public OwnTransaction.Step limitWaiting(Connection connection, Duration limit)
      throws SQLException {
    long before;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA busy_timeout")) {
      row.next();
      before = row.getLong(1);
    }
    waitAtMost(connection, limit);
    execute(connection, "ROLLBACK");
    try {
      execute(connection, "BEGIN IMMEDIATE");
    } catch (SQLException failure) {
      execute(connection, "BEGIN");
      waitAtMost(connection, Duration.ofMillis(before));
      throw failure;
    }
    return () -> waitAtMost(connection, Duration.ofMillis(before));
  }

  @Override
  public void waitAtMost(Connection connection, Duration limit) throws SQLException {
    execute(connection, "PRAGMA busy_timeout = " + limit.toMillis());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public boolean isLockTimeout(SQLException failure) {
    return failure.getErrorCode() == BUSY;
  }

  /** Whether it is SQLite that is busy, whichever product is asked; it knows no SQLState. */
  static boolean isBusy(SQLException failure) {
    return failure.getErrorCode() == BUSY && failure.getSQLState() == null;
  }

  @Override
  public boolean mustStartAgain(SQLException failure) {
    return false;
  }

  /** The whole database is ours. */
  @Override
  public String lockingWhatIsFree() {
    return "";
  }

  @Override
  public Collection<Set<String>> uniqueKeys(Connection connection, MirrorTable.Place table)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(UNIQUE_KEYS)) {
      statement.setString(1, table.table());
      try (ResultSet rows = statement.executeQuery()) {
        return Dialect.columnsByIndex(rows, "index_name", "column_name");
      }
    }
  }

  @Override
  public List<MirrorTable.Column> columns(
      Connection connection, MirrorTable.Place table, ResultSetMetaData metadata)
      throws SQLException {
    Map<String, TextRule> rules = textRules(connection, table);
    List<MirrorTable.Column> columns = new ArrayList<>();
    for (MirrorTable.Column column : Dialect.columns(metadata)) {
      TextRule rule = rules.getOrDefault(column.name(), TextRule.EXACT);
      columns.add(
          new MirrorTable.Column(
              column.name(),
              "declared " + column.typeName().toLowerCase(Locale.ROOT),
              new ColumnLimit(affinity(column.typeName()), 0, 0),
              rule));
    }
    return columns;
  }

  /**
   * A declared type is a hint: what counts is the affinity that SQLite reads from it. A UUID is
   * text that is no number, so it stays text.
   */
  private static int affinity(String declared) {
    String type = declared.toUpperCase(Locale.ROOT);
    if (type.contains("INT")) {
      return Types.BIGINT;
    }
    return type.contains("CHAR")
            || type.contains("CLOB")
            || type.contains("TEXT")
            || type.equals("UUID")
        ? Types.VARCHAR
        : Types.OTHER;
  }

  private static Map<String, TextRule> textRules(Connection connection, MirrorTable.Place table)
      throws SQLException {
    Map<String, TextRule> rules = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(COLLATIONS)) {
      statement.setString(1, table.table());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String collation = rows.getString("coll");
          rules.put(
              rows.getString("column_name"),
              new TextRule(
                  "NOCASE".equalsIgnoreCase(collation), "RTRIM".equalsIgnoreCase(collation)));
        }
      }
    }
    return rules;
  }

  @Override
  public boolean altersByCopying() {
    return false;
  }

  @Override
  public boolean alreadyExists(SQLException failure) {
    return false;
  }

  /** SQLite has no SQLState, and one code for all that a statement can't be prepared for. */
  @Override
  public boolean isMissing(SQLException failure) {
    return failure.getErrorCode() == ERROR;
  }
}
