package io.odoosync.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** PostgreSQL and what speaks its dialect. */
record PostgreSqlDialect() implements Dialect {

  private static final String DUPLICATE_TABLE = "42P07";
  private static final String DUPLICATE_OBJECT = "42710";
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /** Whoever writes or locks a row has a transaction id. */
  private static final String HAS_WRITTEN = "SELECT pg_current_xact_id_if_assigned() IS NOT NULL";

  /** Without indexes of some rows or of expressions, and without columns that are only included. */
  private static final String UNIQUE_KEYS =
      "SELECT i.indexrelid AS index_id, a.attname AS column_name FROM pg_catalog.pg_index i"
          + " JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid"
          + " AND a.attnum = ANY ((i.indkey::int2[])[0:i.indnkeyatts - 1])"
          + " WHERE i.indrelid = CAST(? AS regclass) AND i.indisunique AND i.indisvalid"
          + " AND i.indpred IS NULL AND i.indexprs IS NULL";

  @Override
  public List<String> scripts() {
    return Ddl.scriptsFrom(1, "postgresql");
  }

  @Override
  public SqlInstant times() {
    return SqlInstant.WITH_OFFSET;
  }

  @Override
  public String utcNow() {
    return "timezone('utc', CURRENT_TIMESTAMP)";
  }

  @Override
  public String utcLater() {
    return utcNow() + " + ? * interval '1 millisecond'";
  }

  @Override
  public String limit() {
    return " FETCH FIRST ? ROWS ONLY";
  }

  @Override
  public boolean lostRace(SQLException failure) {
    return Dialect.isRollback(failure);
  }

  @Override
  public boolean hasUncommittedWork(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(HAS_WRITTEN)) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** The setting ends with the transaction. */
  @Override
  public OwnTransaction.Step limitWaiting(Connection connection, Duration limit)
      throws SQLException {
    waitAtMost(connection, limit);
    return () -> {};
  }

  @Override
  public void waitAtMost(Connection connection, Duration limit) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL lock_timeout = " + limit.toMillis());
    }
  }

  @Override
  public boolean isLockTimeout(SQLException failure) {
    return Dialect.hasState(failure, LOCK_NOT_AVAILABLE);
  }

  @Override
  public boolean mustStartAgain(SQLException failure) {
    return Dialect.isRollback(failure);
  }

  /** Not a lock that keeps out those who refer to the row: an update takes none either. */
  @Override
  public String lockingWhatIsFree() {
    return " FOR NO KEY UPDATE SKIP LOCKED";
  }

  @Override
  public Collection<Set<String>> uniqueKeys(Connection connection, MirrorTable.Place table)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(UNIQUE_KEYS)) {
      statement.setString(1, table.quoted());
      try (ResultSet rows = statement.executeQuery()) {
        return Dialect.columnsByIndex(rows, "index_id", "column_name");
      }
    }
  }

  @Override
  public boolean altersByCopying() {
    return false;
  }

  /** Two sessions that create the same object at once collide in the catalogue's unique indexes. */
  @Override
  public boolean alreadyExists(SQLException failure) {
    return Dialect.hasState(failure, DUPLICATE_TABLE)
        || Dialect.hasState(failure, DUPLICATE_OBJECT)
        || Dialect.hasState(failure, UNIQUE_VIOLATION);
  }
}
