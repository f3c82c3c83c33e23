package io.odoosync.examples.schooltravel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;

/**
 * Reads the rows of a query one by one, so that a million of them need no memory for a million. The
 * stream holds a connection until it is closed.
 */
final class Rows {

  /** How many rows the driver fetches at a time. */
  static final int FETCH_SIZE = 500;

  private Rows() {}

  /** Makes an object of the row at which the result set stands. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Opens a query. Whoever reads the stream closes it. A collection is sent as an array. */
  static <T> Stream<T> stream(
      DataSource dataSource, String sql, RowReader<T> reader, Object... parameters) {
    try {
      Connection connection = dataSource.getConnection();
      try {
        return stream(connection, sql, reader, parameters).onClose(() -> giveBack(connection));
      } catch (SQLException | RuntimeException e) {
        giveBack(connection);
        throw e;
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Reads the first row of a query, if there is one. */
  static <T> Optional<T> first(
      DataSource dataSource, String sql, RowReader<T> reader, Object... parameters) {
    try (Stream<T> rows = stream(dataSource, sql, reader, parameters)) {
      return rows.findFirst();
    }
  }

  /** Reads all rows of a query. */
  static <T> List<T> all(
      DataSource dataSource, String sql, RowReader<T> reader, Object... parameters) {
    try (Stream<T> rows = stream(dataSource, sql, reader, parameters)) {
      return rows.toList();
    }
  }

  private static <T> Stream<T> stream(
      Connection connection, String sql, RowReader<T> reader, Object... parameters)
      throws SQLException {
    connection.setAutoCommit(false); // or PostgreSQL's driver fetches everything at once
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.closeOnCompletion();
    statement.setFetchSize(FETCH_SIZE);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, value(parameters[i]));
    }
    ResultSet rows = statement.executeQuery();
    return StreamSupport.stream(new Cursor<>(rows, reader), false).onClose(() -> close(rows));
  }

  /** An array, for {@code = ANY(?)}. */
  private static Object value(Object parameter) {
    return parameter instanceof Collection<?> many ? many.toArray() : parameter;
  }

  private static void close(ResultSet rows) {
    try {
      rows.close();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private static void giveBack(Connection connection) {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private static final class Cursor<T> extends AbstractSpliterator<T> {

    private final ResultSet rows;
    private final RowReader<T> reader;

    Cursor(ResultSet rows, RowReader<T> reader) {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
      this.rows = rows;
      this.reader = reader;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
      T record;
      try {
        if (!rows.next()) {
          return false;
        }
        record = reader.read(rows);
      } catch (SQLException e) {
        throw new DatabaseException(e);
      }
      action.accept(record);
      return true;
    }
  }
}
