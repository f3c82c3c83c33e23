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
import java.util.regex.Pattern;

/**
 * MySQL and MariaDB, on tables of InnoDB.
 *
 * @param product which of the two
 */
record MySqlDialect(Database product) implements Dialect {

  private static final int TABLE_EXISTS = 1050;
  private static final int LOCK_TIMEOUT = 1205;
  private static final int DEADLOCK = 1213;

  /** MariaDB's word for a row that changed after the snapshot of the transaction. */
  private static final int CHANGED_SINCE = 1020;

  private static final int IN_A_TRANSACTION = 1568;

  private static final Map<Integer, String> LEVELS =
      Map.of(
          Connection.TRANSACTION_READ_UNCOMMITTED, "READ UNCOMMITTED",
          Connection.TRANSACTION_READ_COMMITTED, "READ COMMITTED",
          Connection.TRANSACTION_REPEATABLE_READ, "REPEATABLE READ",
          Connection.TRANSACTION_SERIALIZABLE, "SERIALIZABLE");

  private static final String COLLATIONS =
      "SELECT column_name, collation_name FROM information_schema.columns"
          + " WHERE table_schema = ? AND table_name = ? AND collation_name IS NOT NULL";

  /** The collations of both products in which spaces at the end count. */
  private static final Pattern NO_PADDING = Pattern.compile("_nopad_|_0900_|^binary$");

  @Override
  public List<String> scripts() {
    return Ddl.scriptsFrom(3, product == Database.MARIADB ? "mariadb" : "mysql");
  }

  @Override
  public SqlInstant times() {
    return SqlInstant.IN_UTC;
  }

  @Override
  public String upsert(TableName table, List<String> columns, List<String> key) {
    return Dialect.insert(table, columns)
        + " ON DUPLICATE KEY UPDATE "
        + Dialect.assignments(columns, key, column -> "VALUES(" + column + ")");
  }

  /** Not ON DUPLICATE KEY: the drivers count the row that is there. */
  @Override
  public String insertLock(TableName lock) {
    return "INSERT IGNORE INTO "
        + lock
        + " (name, locked_by, lock_until, locked_at) VALUES (?, ?, "
        + utcLater()
        + ", "
        + utcNow()
        + ")";
  }

  @Override
  public String utcNow() {
    return "UTC_TIMESTAMP(6)";
  }

  @Override
  public String utcLater() {
    return utcNow() + " + INTERVAL ? * 1000 MICROSECOND";
  }

  @Override
  public String instantNow() {
    return "UTC_TIMESTAMP(3)";
  }

  @Override
  public String limit() {
    return " LIMIT ?";
  }

  /**
   * READ COMMITTED: what these products lock at their own default, gaps between rows too, makes
   * transactions end in deadlocks that have no row in common.
   */
  @Override
  public int strictestIsolation() {
    return Connection.TRANSACTION_READ_COMMITTED;
  }

  @Override
  public boolean lostRace(SQLException failure) {
    return failure.getErrorCode() == DEADLOCK
        || failure.getErrorCode() == CHANGED_SINCE
        || (Dialect.isRollback(failure) && !isLockTimeout(failure));
  }

  /**
   * The level of the next transaction can't be set in the middle of one. That also tells of one
   * that has only read; what else would tell needs a right that hosts do not have.
   */
  @Override
  public boolean hasUncommittedWork(Connection connection) throws SQLException {
    String level = LEVELS.get(connection.getTransactionIsolation());
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL " + level);
      return false;
    } catch (SQLException failure) {
      if (failure.getErrorCode() == IN_A_TRANSACTION) {
        return true;
      }
      throw failure;
    }
  }

  /** For rows, and for a table that somebody alters. */
  @Override
  public OwnTransaction.Step limitWaiting(Connection connection, Duration limit)
      throws SQLException {
    long rows;
    long tables;
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT @@innodb_lock_wait_timeout, @@lock_wait_timeout")) {
      row.next();
      rows = row.getLong(1);
      tables = row.getLong(2);
    }
    waitAtMost(connection, limit);
    return () -> waitAtMost(connection, rows, tables);
  }

  /** In whole seconds; MySQL waits for one at least. */
  @Override
  public void waitAtMost(Connection connection, Duration limit) throws SQLException {
    long seconds = limit.toSeconds();
    waitAtMost(
        connection,
        product == Database.MARIADB ? seconds : Math.max(1, seconds),
        Math.max(1, seconds));
  }

  private static void waitAtMost(Connection connection, long rows, long tables)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "SET SESSION innodb_lock_wait_timeout = "
              + rows
              + ", SESSION lock_wait_timeout = "
              + tables);
    }
  }

  @Override
  public boolean isLockTimeout(SQLException failure) {
    return failure.getErrorCode() == LOCK_TIMEOUT;
  }

  @Override
  public boolean mustStartAgain(SQLException failure) {
    return lostRace(failure);
  }

  @Override
  public String lockingWhatIsFree() {
    return " FOR UPDATE SKIP LOCKED";
  }

  /** An index of the beginnings of texts will do; one of expressions has no name of a column. */
  @Override
  public Collection<Set<String>> uniqueKeys(Connection connection, MirrorTable.Place table)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SHOW INDEX FROM " + table.quoted() + " WHERE Non_unique = 0")) {
      return Dialect.columnsByIndex(rows, "Key_name", "Column_name");
    }
  }

  /** What other products call a schema is a database here, and a catalog to JDBC. */
  @Override
  public String schema(ResultSetMetaData metadata) throws SQLException {
    return metadata.getCatalogName(1);
  }

  @Override
  public List<MirrorTable.Column> columns(
      Connection connection, MirrorTable.Place table, ResultSetMetaData metadata)
      throws SQLException {
    Map<String, TextRule> rules = textRules(connection, table);
    List<MirrorTable.Column> columns = new ArrayList<>();
    for (MirrorTable.Column column : Dialect.columns(metadata)) {
      TextRule rule = rules.getOrDefault(column.name().toLowerCase(Locale.ROOT), TextRule.EXACT);
      columns.add(new MirrorTable.Column(column.name(), column.typeName(), limit(column), rule));
    }
    return columns;
  }

  /** A number without a sign has room for more than the type that JDBC has for it. */
  private static ColumnLimit limit(MirrorTable.Column column) {
    boolean isUnsigned = column.typeName().toUpperCase(Locale.ROOT).contains("UNSIGNED");
    return switch (column.limit().sqlType()) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT ->
          isUnsigned ? new ColumnLimit(Types.BIGINT, 0, 0) : column.limit();
      default -> column.limit();
    };
  }

  private static Map<String, TextRule> textRules(Connection connection, MirrorTable.Place table)
      throws SQLException {
    Map<String, TextRule> rules = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(COLLATIONS)) {
      statement.setString(1, table.schema());
      statement.setString(2, table.table());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          rules.put(rows.getString(1).toLowerCase(Locale.ROOT), textRule(rows.getString(2)));
        }
      }
    }
    return rules;
  }

  private static TextRule textRule(String collation) {
    return new TextRule(collation.endsWith("_ci"), !NO_PADDING.matcher(collation).find());
  }

  @Override
  public boolean altersByCopying() {
    return false;
  }

  @Override
  public boolean alreadyExists(SQLException failure) {
    return failure.getErrorCode() == TABLE_EXISTS;
  }
}
