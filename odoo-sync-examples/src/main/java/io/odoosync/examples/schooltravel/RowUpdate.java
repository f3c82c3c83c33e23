package io.odoosync.examples.schooltravel;

import io.odoosync.source.PropertyChange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes into a row what was changed in Odoo. A value that a user of the application has changed
 * since the sync read it is not overwritten; one that is already there is no obstacle, so that the
 * same change may come twice.
 */
final class RowUpdate {

  private final DataSource dataSource;
  private final String table;
  private final Map<String, String> columns;

  /**
   * Prepares for one table.
   *
   * @param columns by property of the record
   */
  RowUpdate(DataSource dataSource, String table, Map<String, String> columns) {
    this.dataSource = dataSource;
    this.table = table;
    this.columns = Map.copyOf(columns);
  }

  /** Changes a row, or throws and changes nothing. */
  void apply(long id, List<PropertyChange> changes) {
    if (!changes.isEmpty() && execute(sql(changes), parameters(id, changes)) == 0) {
      throw new IllegalStateException(table + " " + id + " has changed in the meantime");
    }
  }

  private String sql(List<PropertyChange> changes) {
    List<String> names = changes.stream().map(this::column).toList();
    String values = names.stream().map(name -> ", " + name + " = ?").collect(Collectors.joining());
    String unmoved =
        names.stream()
            .map(" AND (%1$s IS NOT DISTINCT FROM ? OR %1$s IS NOT DISTINCT FROM ?)"::formatted)
            .collect(Collectors.joining());
    return "UPDATE "
        + table
        + " SET updated_at = CURRENT_TIMESTAMP"
        + values
        + " WHERE id = ?"
        + unmoved;
  }

  private String column(PropertyChange change) {
    String column = columns.get(change.property());
    if (column == null) {
      throw new IllegalArgumentException(table + " has no column for " + change.property());
    }
    return column;
  }

  private static List<@Nullable Object> parameters(long id, List<PropertyChange> changes) {
    List<@Nullable Object> parameters = new ArrayList<>();
    changes.forEach(change -> parameters.add(change.after().orNull()));
    parameters.add(id);
    for (PropertyChange change : changes) {
      parameters.add(change.before().orNull());
      parameters.add(change.after().orNull());
    }
    return parameters;
  }

  private int execute(String sql, List<@Nullable Object> parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }
}
