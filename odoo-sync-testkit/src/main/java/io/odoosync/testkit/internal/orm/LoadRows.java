package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.schema.Field;
import io.odoosync.testkit.internal.schema.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes rows apart: one record has a row, and more rows for the further lines of its one2many
 * fields, in which all other cells are empty.
 */
final class LoadRows {
  /** The name under which a reference by display name is kept. */
  static final String BY_NAME = "";

  private final Model model;
  private final List<List<String>> paths;

  /** A record's cells by field; those of a relational field are lists of records. */
  record Extracted(Map<String, Object> values, LoadMessages.Place place) {}

  LoadRows(Model model, List<String> columns) {
    this(columns.stream().map(LoadRows::path).toList(), model);
  }

  private LoadRows(List<List<String>> paths, Model model) {
    this.model = model;
    this.paths = paths;
    paths.forEach(path -> requireField(path.get(0)));
  }

  private static List<String> path(String column) {
    return List.of(column.replace(":", "/").split("/", -1));
  }

  private void requireField(String name) {
    if (isReference(name) || model.schema().has(name)) {
      return;
    }
    if (model.env().has(Fact.LOAD_UNKNOWN_COLUMN_IS_KEY_ERROR)) {
      throw OdooError.python("KeyError", name);
    }
    throw OdooError.value("Invalid field name '" + name + "'");
  }

  static boolean isReference(String name) {
    return name.equals("id") || name.equals(".id") || name.equals(BY_NAME);
  }

  List<Extracted> extract(List<Object> data) {
    List<List<Object>> rows = data.stream().map(Python::list).toList();
    List<Extracted> records = new ArrayList<>();
    int from = 0;
    while (from < rows.size()) {
      int end = from + 1;
      while (end < rows.size() && continues(rows.get(end))) {
        end++;
      }
      LoadMessages.Place place = new LoadMessages.Place(records.size(), from, end - 1);
      records.add(new Extracted(values(rows.subList(from, end)), place));
      from = end;
    }
    return records;
  }

  private boolean continues(List<Object> row) {
    boolean line = false;
    for (int i = 0; i < paths.size(); i++) {
      boolean filled = Python.isTrue(cell(row, i));
      if (filled && !isToMany(i)) {
        return false;
      }
      line |= filled;
    }
    return line;
  }

  private boolean isToMany(int column) {
    return field(column).map(field -> field.type() == FieldType.ONE2MANY).orElse(false);
  }

  private Optional<Field> field(int column) {
    return model.schema().field(paths.get(column).get(0));
  }

  private static Object cell(List<Object> row, int column) {
    return column < row.size() ? row.get(column) : false;
  }

  private Map<String, Object> values(List<List<Object>> rows) {
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, Object> relations = new LinkedHashMap<>();
    for (int i = 0; i < paths.size(); i++) {
      String name = paths.get(i).get(0);
      Optional<Field> relational = field(i).filter(field -> field.type().isRelational());
      if (relational.isPresent()) {
        relations.computeIfAbsent(name, key -> inner(relational.get(), rows));
      } else if (i < rows.get(0).size()) {
        values.put(name, cell(rows.get(0), i));
      }
    }
    values.putAll(relations);
    return values;
  }

  /** The cells of one relational field, as records of its own model. */
  private Object inner(Field field, List<List<Object>> rows) {
    List<Integer> columns = columns(field.name());
    List<List<String>> rest = columns.stream().map(column -> rest(paths.get(column))).toList();
    List<Object> filled = new ArrayList<>();
    for (List<Object> row : rows) {
      List<Object> cells = columns.stream().map(column -> cell(row, column)).toList();
      if (cells.stream().anyMatch(Python::isTrue)) {
        filled.add(cells);
      }
    }
    Model other = model.env().model(field.relation());
    return new LoadRows(rest, other).extract(filled).stream().map(Extracted::values).toList();
  }

  private List<Integer> columns(String field) {
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      if (paths.get(i).get(0).equals(field)) {
        columns.add(i);
      }
    }
    return columns;
  }

  private static List<String> rest(List<String> path) {
    return path.size() == 1 ? List.of(BY_NAME) : path.subList(1, path.size());
  }
}
