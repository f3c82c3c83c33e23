package io.odoosync.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of the host's table that a mirror writes to: the statements, and how their parameters
 * are bound. Values are compared as {@link ColumnBinding#comparable} says.
 */
final class MirrorRows {

  /**
   * A row that should have an id.
   *
   * @param key the values of its key
   * @param odooId the id as a value of its column
   */
  record Target(List<Object> key, Object odooId) {}

  private final MirrorKey key;
  private final MirrorKey.Column odooId;
  private final String select;
  private final String set;
  private final String locking;
  private final Dialect dialect;

  MirrorRows(MirrorTable table, MirrorKey key, MirrorKey.Column odooId, Dialect dialect) {
    this.key = key;
    this.odooId = odooId;
    this.select =
        Stream.concat(key.columns().stream(), Stream.of(odooId))
            .map(MirrorKey.Column::quoted)
            .collect(Collectors.joining(", ", "SELECT ", " FROM " + table.name() + " WHERE "));
    this.set = "UPDATE " + table.name() + " SET " + odooId.quoted();
    this.locking = dialect.lockingWhatIsFree();
    this.dialect = dialect;
  }

  /** Those of these that are there and have another id, or none. Locks nothing. */
  List<Target> differing(Connection connection, List<Target> targets) throws SQLException {
    Map<List<Object>, Optional<Object>> found = read(connection, targets, "");
    return targets.stream().filter(target -> differs(target, found)).toList();
  }

  private boolean differs(Target target, Map<List<Object>, Optional<Object>> found) {
    Optional<Object> held = found.get(key.comparable(target.key()));
    return held != null && !held.equals(Optional.of(comparable(target.odooId())));
  }

  private Object comparable(Object id) {
    return odooId.binding().comparable(id);
  }

  /** Locks those of these that nobody else has locked, without waiting, and answers which. */
  List<Target> locked(Connection connection, List<Target> targets) throws SQLException {
    Map<List<Object>, Optional<Object>> found = read(connection, targets, locking);
    return targets.stream()
        .filter(target -> found.containsKey(key.comparable(target.key())))
        .toList();
  }

  private Map<List<Object>, Optional<Object>> read(
      Connection connection, List<Target> targets, String end) throws SQLException {
    String sql = select + key.many(targets.size(), dialect) + end;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, targets.stream().flatMap(target -> target.key().stream()).toList());
      return read(statement);
    }
  }

  private Map<List<Object>, Optional<Object>> read(PreparedStatement statement)
      throws SQLException {
    Map<List<Object>, Optional<Object>> found = new HashMap<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        Object id = rows.getObject(key.columns().size() + 1);
        found.put(key(rows), Optional.ofNullable(id).map(this::comparable));
      }
    }
    return found;
  }

  private List<Object> key(ResultSet row) throws SQLException {
    List<Object> values = new ArrayList<>();
    for (int i = 1; i <= key.columns().size(); i++) {
      values.add(row.getObject(i));
    }
    return key.comparable(values);
  }

  /** Sets the ids. A row that has its id by now is not touched. */
  void write(Connection connection, List<Target> targets) throws SQLException {
    String column = odooId.quoted();
    String sql =
        set + " = ? WHERE " + key.one() + " AND (" + column + " IS NULL OR " + column + " <> ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Target target : targets) {
        List<Object> parameters = new ArrayList<>(target.key());
        parameters.add(0, target.odooId());
        parameters.add(target.odooId());
        bind(statement, parameters);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Sets NULL. */
  void clear(Connection connection, List<List<Object>> keys) throws SQLException {
    String sql = set + " = NULL WHERE " + key.one() + " AND " + odooId.quoted() + " IS NOT NULL";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (List<Object> each : keys) {
        bind(statement, each);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void bind(PreparedStatement statement, List<Object> parameters)
      throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      statement.setObject(i + 1, parameters.get(i));
    }
  }
}
