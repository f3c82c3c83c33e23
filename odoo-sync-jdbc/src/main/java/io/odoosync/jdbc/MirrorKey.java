package io.odoosync.jdbc;

import io.odoosync.LocalKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns by which a mirror finds its rows: one for the whole id of a key, or one for each of
 * its parts.
 *
 * @param condition the condition that finds a row, with a parameter for each column
 * @param columns the columns
 */
record MirrorKey(String condition, List<Column> columns) {

  /** One column: its name, and how values are bound to it. */
  record Column(String name, ColumnBinding binding) {

    Column(MirrorTable table, MirrorTable.Column column) {
      this(column.name(), table.binding(column));
    }
  }

  /** Finds the columns in the table. */
  static MirrorKey lookUp(MirrorTable table, List<String> names) {
    List<MirrorTable.Column> found = names.stream().map(table::column).toList();
    return new MirrorKey(
        found.stream()
            .map(column -> table.quoted(column) + " = ?")
            .collect(Collectors.joining(" AND ")),
        found.stream().map(column -> new Column(table, column)).toList());
  }

  /** The values of the columns in the row of a record; nothing if no row can have that key. */
  Optional<List<Object>> values(LocalKey key) {
    List<String> parts = columns.size() == 1 ? List.of(key.id()) : key.parts();
    if (parts.size() != columns.size()) {
      return Optional.empty();
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      columns.get(i).binding().value(parts.get(i)).ifPresent(values::add);
    }
    return Optional.of(values).filter(all -> all.size() == columns.size());
  }

  /** What an id must look like: for a message. */
  @Override
  public String toString() {
    return joined(column -> "a " + column.binding().words())
        + (columns.size() == 1 ? " as in its column " : " as in its columns ")
        + joined(Column::name);
  }

  private String joined(Function<Column, String> words) {
    return columns.stream().map(words).collect(Collectors.joining(" and "));
  }
}
