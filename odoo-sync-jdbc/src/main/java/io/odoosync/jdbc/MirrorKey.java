package io.odoosync.jdbc;

import io.odoosync.LocalKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns by which a mirror finds its rows: one for the whole id of a key, or one for each of
 * its parts. No two rows have the same values in them.
 *
 * @param columns the columns
 */
record MirrorKey(List<Column> columns) {

  /**
   * One column.
   *
   * @param name as stored
   * @param quoted as it stands in a statement
   * @param binding how values are bound to it
   * @param typeName its type, for a message
   * @param limit how large its values may be
   */
  record Column(
      String name, String quoted, ColumnBinding binding, String typeName, ColumnLimit limit) {

    Column(MirrorTable table, MirrorTable.Column column) {
      this(
          column.name(),
          table.quoted(column),
          table.binding(column),
          column.typeName(),
          column.limit());
    }

    /** An id or a part of one as a value of the column; nothing if it cannot be one. */
    Optional<Object> value(String id) {
      return binding.value(id).filter(limit::admits);
    }
  }

  /**
   * Finds the columns in the table.
   *
   * @throws JdbcStoreException if one is missing or of another type, or if several rows may have
   *     the same key
   */
  static MirrorKey lookUp(MirrorTable table, List<String> names) {
    List<MirrorTable.Column> found = names.stream().map(table::column).toList();
    MirrorKey key = new MirrorKey(found.stream().map(column -> new Column(table, column)).toList());
    if (!table.isUnique(found)) {
      throw new JdbcStoreException(
          "Several rows of table "
              + table.name()
              + " may have the same "
              + key.joined(Column::name)
              + ", and would get the same id of Odoo: there must be a primary key or a unique"
              + " constraint or index of that, or of a part of it",
          null);
    }
    return key;
  }

  /** A condition that finds a row, with a parameter for each column. */
  String one() {
    return columns.stream()
        .map(column -> column.quoted() + " = ?")
        .collect(Collectors.joining(" AND "));
  }

  /** A condition that finds so many rows, with a parameter for each column of each. */
  String many(int rows, Dialect dialect) {
    String values = list(columns.stream().map(column -> "?").toList());
    String names = list(columns.stream().map(Column::quoted).toList());
    List<String> each = Collections.nCopies(rows, values);
    return columns.size() == 1
        ? names + " IN (" + String.join(", ", each) + ")"
        : dialect.rowsIn(names, each);
  }

  private static String list(List<String> parts) {
    return parts.size() == 1 ? parts.get(0) : "(" + String.join(", ", parts) + ")";
  }

  /** The values of the columns in the row of a record; nothing if no row can have that key. */
  Optional<List<Object>> values(LocalKey key) {
    List<String> parts = columns.size() == 1 ? List.of(key.id()) : key.parts();
    if (parts.size() != columns.size()) {
      return Optional.empty();
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      columns.get(i).value(parts.get(i)).ifPresent(values::add);
    }
    return Optional.of(values).filter(all -> all.size() == columns.size());
  }

  /** Values of the columns in a form that is equal for what the database takes for equal. */
  List<Object> comparable(List<Object> values) {
    List<Object> comparable = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      comparable.add(columns.get(i).binding().comparable(values.get(i)));
    }
    return comparable;
  }

  /** What an id must look like: for a message. */
  @Override
  public String toString() {
    return joined(column -> "a " + column.binding().words())
        + (columns.size() == 1 ? " as in its column " : " as in its columns ")
        + joined(Column::name)
        + " of type "
        + joined(Column::typeName);
  }

  private String joined(Function<Column, String> words) {
    return columns.stream().map(words).collect(Collectors.joining(" and "));
  }
}
