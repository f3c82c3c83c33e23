package io.odoosync.jdbc;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.store.Outbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The statements of the outbox. Those that change rows take them in the order of their ids, so that
 * two transactions on the same rows queue up rather than wait for each other in a circle.
 */
final class OutboxTable {

  /** Rows per batch and query: bounds the driver's memory and the parameters. */
  static final int ROWS = 500;

  /**
   * One range of the index, in its order, as is {@link #FRESH}. MySQL takes no range of pairs: it
   * is told that of the times.
   */
  static final String AGAIN = "due <= ? AND due >= ? AND (due, id) > (?, ?) ORDER BY due, id";

  static final String FRESH = "due IS NULL AND id > ? ORDER BY due, id";

  private static final Comparator<Outbox.Entry> BY_ID = Comparator.comparingLong(OutboxTable::id);

  private final TableName table;
  private final Product dialect;

  OutboxTable(TableName table, Product dialect) {
    this.table = table;
    this.dialect = dialect;
  }

  /** Adds a row for each key. Waits for nobody, and asks nothing by way of another connection. */
  void note(Connection connection, EntityType type, List<LocalKey> keys) throws SQLException {
    String sql =
        "INSERT INTO "
            + table
            + " ("
            + OutboxRow.NOTED
            + ", noted_at, attempts, taken) VALUES (?, ?, ?, ?, "
            + dialect.of(connection).instantNow()
            + ", 0, FALSE)";
    batch(
        connection,
        sql,
        keys,
        (statement, key) -> OutboxRow.bind(statement, new OutboxRow.Subject(type, key)));
  }

  /**
   * Rows that were taken before and are due, by the time since when they are.
   *
   * @param last the last row of the page before; {@code null} for the first page
   */
  List<OutboxRow> again(Connection connection, Instant now, @Nullable OutboxRow last)
      throws SQLException {
    Instant since = last == null || last.due() == null ? Instant.MIN : last.due();
    return rows(
        connection,
        AGAIN + dialect.get().limit(),
        statement -> {
          statement.setObject(1, times().bound(now));
          statement.setObject(2, times().bound(since));
          statement.setObject(3, times().bound(since));
          statement.setLong(4, last == null ? 0 : last.id());
          statement.setInt(5, ROWS);
        });
  }

  /** As {@link #again}, rows that were never taken, in the order in which they were noted. */
  List<OutboxRow> fresh(Connection connection, @Nullable OutboxRow last) throws SQLException {
    return rows(
        connection,
        FRESH + dialect.get().limit(),
        statement -> {
          statement.setLong(1, last == null ? 0 : last.id());
          statement.setInt(2, ROWS);
        });
  }

  /** Those rows of some records that somebody took. */
  List<OutboxRow> taken(Connection connection, List<OutboxRow.Subject> subjects)
      throws SQLException {
    return rows(
        connection, ofRecords(subjects) + " AND taken", statement -> bindAll(statement, subjects));
  }

  /** Locks rows and answers which ones: not those that others have locked, nor what is gone. */
  Set<Long> lock(Connection connection, List<Long> ids) throws SQLException {
    return ids(
        connection,
        "id IN (" + parameters(ids.size()) + ")",
        statement -> {
          for (int i = 0; i < ids.size(); i++) {
            statement.setLong(i + 1, ids.get(i));
          }
        });
  }

  /** As {@link #lock}, all rows of some records. */
  Set<Long> lockAll(Connection connection, List<OutboxRow.Subject> subjects) throws SQLException {
    return ids(connection, ofRecords(subjects), statement -> bindAll(statement, subjects));
  }

  /** All rows of some records, in their order. */
  List<OutboxRow> all(Connection connection, List<OutboxRow.Subject> subjects) throws SQLException {
    return rows(
        connection,
        ofRecords(subjects) + " ORDER BY id",
        statement -> bindAll(statement, subjects));
  }

  private static String ofRecords(List<OutboxRow.Subject> subjects) {
    return "record_key IN (" + parameters(subjects.size()) + ")";
  }

  private static void bindAll(PreparedStatement statement, List<OutboxRow.Subject> subjects)
      throws SQLException {
    for (int i = 0; i < subjects.size(); i++) {
      statement.setBytes(i + 1, subjects.get(i).recordKey());
    }
  }

  private static String parameters(int count) {
    return "?" + ", ?".repeat(count - 1);
  }

  /** Makes rows the caller's until a time. */
  void claim(Connection connection, Collection<OutboxRow> rows, Instant end) throws SQLException {
    batch(
        connection,
        "UPDATE " + table + " SET taken = TRUE, attempts = attempts + 1, due = ? WHERE id = ?",
        rows.stream().map(OutboxRow::id).sorted().toList(),
        (statement, id) -> {
          statement.setObject(1, times().bound(end));
          statement.setLong(2, id);
        });
  }

  void delete(Connection connection, Collection<OutboxRow> rows) throws SQLException {
    batch(
        connection,
        "DELETE FROM " + table + " WHERE id = ?",
        rows.stream().map(OutboxRow::id).sorted().toList(),
        (statement, id) -> statement.setLong(1, id));
  }

  /** Deletes what is still taken as these entries say. */
  void delete(Connection connection, List<Outbox.Entry> entries) throws SQLException {
    batch(
        connection,
        "DELETE FROM " + table + " WHERE id = ? AND attempts = ? AND taken",
        entries.stream().sorted(BY_ID).toList(),
        (statement, entry) -> bindTaken(statement, 1, entry));
  }

  /** Lets wait what is still taken as these entries say. */
  void giveBack(Connection connection, List<Outbox.Entry> entries, Instant notBefore)
      throws SQLException {
    batch(
        connection,
        "UPDATE " + table + " SET taken = FALSE, due = ? WHERE id = ? AND attempts = ? AND taken",
        entries.stream().sorted(BY_ID).toList(),
        (statement, entry) -> {
          statement.setObject(1, times().bound(notBefore));
          bindTaken(statement, 2, entry);
        });
  }

  private static void bindTaken(PreparedStatement statement, int first, Outbox.Entry entry)
      throws SQLException {
    statement.setLong(first, id(entry));
    statement.setInt(first + 1, entry.attempts() + 1);
  }

  private static long id(Outbox.Entry entry) {
    return Long.parseLong(entry.id());
  }

  long count(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT COUNT(*) FROM " + table);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The row that was noted first. */
  Optional<OutboxRow> oldest(Connection connection) throws SQLException {
    String first = "id = (SELECT MIN(id) FROM " + table + ")";
    return rows(connection, first, statement -> {}).stream().findFirst();
  }

  private List<OutboxRow> rows(Connection connection, String condition, Binding binding)
      throws SQLException {
    return read(
        connection, OutboxRow.COLUMNS, condition, binding, row -> OutboxRow.read(row, times()));
  }

  private Set<Long> ids(Connection connection, String condition, Binding binding)
      throws SQLException {
    String locking = condition + " ORDER BY id" + dialect.get().lockingWhatIsFree();
    return new HashSet<>(read(connection, "id", locking, binding, row -> row.getLong("id")));
  }

  private <T> List<T> read(
      Connection connection, String columns, String condition, Binding binding, Reading<T> reading)
      throws SQLException {
    String sql = "SELECT " + columns + " FROM " + table + " WHERE " + condition;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      binding.bind(statement);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reading.read(rows));
        }
      }
      return found;
    }
  }

  private static <T> void batch(
      Connection connection, String sql, List<T> items, BatchBinding<T> binding)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (List<T> chunk : Chunks.of(items, ROWS)) {
        for (T item : chunk) {
          binding.bind(statement, item);
          statement.addBatch();
        }
        statement.executeBatch();
      }
    }
  }

  private SqlInstant times() {
    return dialect.get().times();
  }

  /** For a message. */
  @Override
  public String toString() {
    return table.toString();
  }

  /** Fills parameters. */
  private interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }

  /** Fills parameters from an item of a batch. */
  private interface BatchBinding<T> {
    void bind(PreparedStatement statement, T item) throws SQLException;
  }

  /** Makes a value of a row. */
  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }
}
