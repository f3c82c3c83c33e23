package io.odoosync.jdbc;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.store.SyncLogStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The sync log in a table; an identity column keeps the order of entries of the same instant. */
final class JdbcSyncLogStore implements SyncLogStore {

  /** Rows per batch: bounds the driver's memory. */
  static final int ROWS_PER_BATCH = 500;

  private final Transactions transactions;
  private final Supplier<Dialect> dialect;
  private final TableName table;
  private final String insert;
  private final String delete;
  private final String forget;

  JdbcSyncLogStore(Transactions transactions, Supplier<Dialect> dialect, TableName table) {
    this.transactions = transactions;
    this.dialect = dialect;
    this.table = table;
    this.insert =
        "INSERT INTO " + table + " (" + LogRow.COLUMNS + ") VALUES (" + LogRow.PARAMETERS + ")";
    this.delete = "DELETE FROM " + table + " WHERE occurred_at < ?";
    this.forget = "DELETE FROM " + table + " WHERE entity_type = ? AND local_key = ?";
  }

  @Override
  public void append(List<SyncLogEntry> entries) {
    List<SyncLogEntry> copy = List.copyOf(entries);
    if (copy.isEmpty()) {
      return;
    }
    transactions.run(
        "append " + copy.size() + " entries to " + table, connection -> append(connection, copy));
  }

  private void append(Connection connection, List<SyncLogEntry> entries) throws SQLException {
    SqlInstant times = dialect.get().times();
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      for (List<SyncLogEntry> chunk : Chunks.of(entries, ROWS_PER_BATCH)) {
        for (SyncLogEntry entry : chunk) {
          LogRow.bind(statement, entry, times);
          statement.addBatch();
        }
        statement.executeBatch();
      }
    }
  }

  @Override
  public List<SyncLogEntry> find(SyncLogQuery query) {
    return transactions.call("read entries of " + table, connection -> find(connection, query));
  }

  private List<SyncLogEntry> find(Connection connection, SyncLogQuery query) throws SQLException {
    LogConditions conditions = LogConditions.of(query, dialect.get().times());
    try (PreparedStatement statement = connection.prepareStatement(select(conditions))) {
      statement.setInt(conditions.bind(statement), query.limit());
      return read(statement);
    }
  }

  private String select(LogConditions conditions) {
    return "SELECT "
        + LogRow.COLUMNS
        + " FROM "
        + table
        + conditions.sql()
        + " ORDER BY occurred_at DESC, id DESC"
        + dialect.get().limit();
  }

  private List<SyncLogEntry> read(PreparedStatement statement) throws SQLException {
    SqlInstant times = dialect.get().times();
    List<SyncLogEntry> entries = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        entries.add(LogRow.read(rows, times));
      }
    }
    return entries;
  }

  @Override
  public long deleteBefore(Instant instant) {
    return transactions.call(
        "delete old entries of " + table, connection -> deleteBefore(connection, instant));
  }

  private long deleteBefore(Connection connection, Instant instant) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(delete)) {
      statement.setObject(1, dialect.get().times().bound(instant));
      return statement.executeLargeUpdate();
    }
  }

  @Override
  public long delete(EntityType type, LocalKey key) {
    return transactions.call(
        "delete the entries about a record from " + table,
        connection -> delete(connection, type, key));
  }

  private long delete(Connection connection, EntityType type, LocalKey key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(forget)) {
      statement.setString(1, type.name());
      statement.setBytes(2, SortKey.of(key));
      return statement.executeLargeUpdate();
    }
  }
}
