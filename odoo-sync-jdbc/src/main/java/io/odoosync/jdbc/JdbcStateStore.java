package io.odoosync.jdbc;

import io.odoosync.store.StateStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Values in a table. All statements take their rows in the order of the names, so that two
 * transactions on the same rows queue up rather than wait for each other in a circle.
 */
final class JdbcStateStore implements StateStore {

  /** Names per query: far below every product's limit of parameters. */
  static final int NAMES_PER_QUERY = 500;

  /** Rows per batch: bounds the driver's memory. */
  static final int ROWS_PER_BATCH = 500;

  private static final List<String> COLUMNS = List.of("state_key", "name", "content");
  private static final List<String> KEY = List.of("state_key");

  private final Transactions transactions;
  private final TableName table;
  private final Supplier<Dialect> dialect;
  private final String delete;

  JdbcStateStore(Transactions transactions, Supplier<Dialect> dialect, TableName table) {
    this.transactions = transactions;
    this.dialect = dialect;
    this.table = table;
    this.delete = "DELETE FROM " + table + " WHERE state_key = ?";
  }

  @Override
  public Map<String, String> find(Collection<String> names) {
    List<String> sorted = sorted(names);
    if (sorted.isEmpty()) {
      return Map.of();
    }
    return transactions.call(
        "find " + sorted.size() + " values in " + table, connection -> find(connection, sorted));
  }

  private Map<String, String> find(Connection connection, List<String> names) throws SQLException {
    Map<String, String> found = new HashMap<>();
    for (List<String> chunk : Chunks.of(names, NAMES_PER_QUERY)) {
      String sql = select("state_key IN (?" + ", ?".repeat(chunk.size() - 1) + ")");
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < chunk.size(); i++) {
          statement.setBytes(i + 1, SortKey.of(chunk.get(i)));
        }
        read(statement, found);
      }
    }
    return found;
  }

  @Override
  public void save(Map<String, String> values) {
    SortedMap<String, String> sorted = new TreeMap<>();
    values.forEach(
        (name, value) ->
            sorted.put(StateStore.requireName(name), StateStore.requireValue(name, value)));
    if (sorted.isEmpty()) {
      return;
    }
    transactions.run(
        "save " + sorted.size() + " values in " + table,
        connection -> save(connection, List.copyOf(sorted.entrySet())));
  }

  private void save(Connection connection, List<Map.Entry<String, String>> values)
      throws SQLException {
    String upsert = dialect.get().upsert(table, COLUMNS, KEY);
    try (PreparedStatement statement = connection.prepareStatement(upsert)) {
      for (List<Map.Entry<String, String>> chunk : Chunks.of(values, ROWS_PER_BATCH)) {
        for (Map.Entry<String, String> value : chunk) {
          statement.setBytes(1, SortKey.of(value.getKey()));
          statement.setString(2, value.getKey());
          statement.setString(3, value.getValue());
          statement.addBatch();
        }
        statement.executeBatch();
      }
    }
  }

  @Override
  public void remove(Collection<String> names) {
    List<String> sorted = sorted(names);
    if (sorted.isEmpty()) {
      return;
    }
    transactions.run(
        "remove " + sorted.size() + " values from " + table,
        connection -> remove(connection, sorted));
  }

  private void remove(Connection connection, List<String> names) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(delete)) {
      for (List<String> chunk : Chunks.of(names, ROWS_PER_BATCH)) {
        for (String name : chunk) {
          statement.setBytes(1, SortKey.of(name));
          statement.addBatch();
        }
        statement.executeBatch();
      }
    }
  }

  @Override
  public SortedMap<String, String> page(String prefix, @Nullable String after, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, but is " + limit);
    }
    byte[] begin = prefix.isEmpty() ? SortKey.LOWEST : SortKey.of(StateStore.requireName(prefix));
    byte[] last = after == null ? SortKey.LOWEST : SortKey.of(StateStore.requireName(after));
    byte[] end = SortKey.endOf(prefix, MAX_NAME_LENGTH);
    return transactions.call(
        "read a page of values from " + table,
        connection -> page(connection, begin, last, end, limit));
  }

  private SortedMap<String, String> page(
      Connection connection, byte[] begin, byte[] last, byte[] end, int limit) throws SQLException {
    SortedMap<String, String> found = new TreeMap<>();
    String page =
        select("state_key >= ? AND state_key > ? AND state_key < ? ORDER BY state_key")
            + dialect.get().limit();
    try (PreparedStatement statement = connection.prepareStatement(page)) {
      statement.setBytes(1, begin);
      statement.setBytes(2, last);
      statement.setBytes(3, end);
      statement.setInt(4, limit);
      read(statement, found);
    }
    return found;
  }

  private static List<String> sorted(Collection<String> names) {
    names.forEach(StateStore::requireName);
    return List.copyOf(new TreeSet<>(names));
  }

  private String select(String condition) {
    return "SELECT name, content FROM " + table + " WHERE " + condition;
  }

  private static void read(PreparedStatement statement, Map<String, String> into)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        into.put(rows.getString("name"), rows.getString("content"));
      }
    }
  }
}
