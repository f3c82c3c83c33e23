package io.odoosync.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** H2 in its regular mode. */
record H2Dialect() implements Dialect {

  private static final String DUPLICATE_KEY = "23505";
  private static final String CONCURRENT_UPDATE = "90131";
  private static final String LOCK_TIMEOUT = "HYT00";
  private static final String TABLE_EXISTS = "42S01";
  private static final String GENERAL_ERROR = "HY000";

  @Override
  public List<String> scripts() {
    return Ddl.scriptsFrom(1, "h2");
  }

  @Override
  public SqlInstant times() {
    return SqlInstant.WITH_OFFSET;
  }

  @Override
  public String upsert(TableName table, List<String> columns, List<String> key) {
    return "MERGE INTO "
        + table
        + " ("
        + String.join(", ", columns)
        + ") KEY ("
        + String.join(", ", key)
        + ") VALUES ("
        + Dialect.parameters(columns)
        + ")";
  }

  /** H2 uses both columns of the index for a list of pairs only. */
  @Override
  public String linkKeys(int count) {
    return IntStream.rangeClosed(2, count + 1)
        .mapToObj(parameter -> "(?1, ?" + parameter + ")")
        .collect(Collectors.joining(", ", "(entity_type, local_key) IN (", ")"));
  }

  @Override
  public String insertLock(TableName lock) {
    return "INSERT INTO "
        + lock
        + " (name, locked_by, lock_until, locked_at) SELECT ?1, ?2, "
        + later("?3")
        + ", "
        + utcNow()
        + " WHERE NOT EXISTS (SELECT 1 FROM "
        + lock
        + " WHERE name = ?1)";
  }

  @Override
  public String utcNow() {
    return later("0");
  }

  @Override
  public String utcLater() {
    return later("?");
  }

  /** By way of a number: H2 converts a timestamp with a time zone to that of the session. */
  private static String later(String milliseconds) {
    return "DATEADD(MILLISECOND, CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT) + "
        + milliseconds
        + ", TIMESTAMP '1970-01-01 00:00:00')";
  }

  @Override
  public String limit() {
    return " FETCH FIRST ? ROWS ONLY";
  }

  /**
   * A MERGE that finds no row may still lose against an insert of the same key. A row that stays
   * locked for longer than H2 waits is one that others are busy with, or that a transaction with an
   * outdated snapshot can never have: a new transaction can.
   */
  @Override
  public boolean lostRace(SQLException failure) {
    return Dialect.isRollback(failure)
        || Dialect.hasState(failure, DUPLICATE_KEY)
        || Dialect.hasState(failure, CONCURRENT_UPDATE)
        || Dialect.hasState(failure, LOCK_TIMEOUT);
  }

  @Override
  public boolean hasUncommittedWork(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT TRANSACTION_ID() IS NOT NULL")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** Each attempt has its share. A session that waits less anyway does so further on. */
  @Override
  public OwnTransaction.Step limitWaiting(Connection connection, Duration limit)
      throws SQLException {
    Duration before = lockTimeout(connection);
    Duration share = limit.dividedBy(Transactions.MAX_ATTEMPTS);
    if (before.compareTo(share) <= 0) {
      return () -> waitAtMost(connection, before);
    }
    waitAtMost(connection, share);
    return () -> waitAtMost(connection, before);
  }

  private static Duration lockTimeout(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT LOCK_TIMEOUT()")) {
      row.next();
      return Duration.ofMillis(row.getLong(1));
    }
  }

  @Override
  public void waitAtMost(Connection connection, Duration limit) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCK_TIMEOUT " + limit.toMillis());
    }
  }

  @Override
  public boolean isLockTimeout(SQLException failure) {
    return Dialect.hasState(failure, LOCK_TIMEOUT);
  }

  @Override
  public boolean mustStartAgain(SQLException failure) {
    return Dialect.isRollback(failure) || Dialect.hasState(failure, CONCURRENT_UPDATE);
  }

  @Override
  public String lockingWhatIsFree() {
    return " FOR UPDATE SKIP LOCKED";
  }

  @Override
  public Collection<Set<String>> uniqueKeys(Connection connection, MirrorTable.Place table)
      throws SQLException {
    try (ResultSet rows =
        connection.getMetaData().getIndexInfo(null, table.schema(), table.table(), true, true)) {
      return Dialect.columnsByIndex(rows, "INDEX_NAME", "COLUMN_NAME");
    }
  }

  /** H2 copies a table to add a column; who alters it meanwhile may alter what is given up. */
  @Override
  public boolean altersByCopying() {
    return true;
  }

  /** An index that appears while H2 is about to create the same is a general error to it. */
  @Override
  public boolean alreadyExists(SQLException failure) {
    return Dialect.isRollback(failure)
        || Dialect.hasState(failure, TABLE_EXISTS)
        || Dialect.hasState(failure, GENERAL_ERROR);
  }
}
