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

  /**
   * Old entries per transaction: their locks are held for moments, and on SQLite the place of the
   * one who writes.
   */
  static final int ROWS_PER_DELETE = 5_000;

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
    this.delete = "DELETE FROM " + table + " WHERE occurred_at <= ?";
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

  /** Each batch is gone for good, whatever happens to the next one. */
  @Override
  public long deleteBefore(Instant instant) {
    long count = 0;
    Deleted last;
    do {
      last =
          transactions.call(
              "delete old entries of " + table, connection -> deleteOldest(connection, instant));
      count += last.count();
    } while (!last.isAll());
    return count;
  }

  /** Deletes the oldest, and with the last of them all of the same instant. */
  private Deleted deleteOldest(Connection connection, Instant instant) throws SQLException {
    List<Instant> oldest = oldest(connection, instant);
    if (oldest.isEmpty()) {
      return new Deleted(0, true);
    }
    try (PreparedStatement statement = connection.prepareStatement(delete)) {
      statement.setObject(1, dialect.get().times().of(oldest.get(oldest.size() - 1)));
      return new Deleted(statement.executeLargeUpdate(), oldest.size() < ROWS_PER_DELETE);
    }
  }

  private List<Instant> oldest(Connection connection, Instant instant) throws SQLException {
    SqlInstant times = dialect.get().times();
    String sql =
        "SELECT occurred_at FROM "
            + table
            + " WHERE occurred_at < ? ORDER BY occurred_at, id"
            + dialect.get().limit();
    List<Instant> oldest = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, times.bound(instant));
      statement.setInt(2, ROWS_PER_DELETE);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          oldest.add(times.read(rows, "occurred_at"));
        }
      }
    }
    return oldest;
  }

  /**
   * What a transaction deleted.
   *
   * @param isAll whether nothing was left
   */
  private record Deleted(long count, boolean isAll) {}

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
