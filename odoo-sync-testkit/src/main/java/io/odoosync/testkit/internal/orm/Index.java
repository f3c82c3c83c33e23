package io.odoosync.testkit.internal.orm;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds rows by the values of some fields. */
final class Index {
  private final List<String> fields;
  private final Map<List<Object>, TreeSet<Integer>> ids = new HashMap<>();

  Index(List<String> fields, Collection<Row> rows) {
    this.fields = fields;
    rows.forEach(this::add);
  }

  boolean covers(String field) {
    return fields.contains(field);
  }

  List<Integer> find(List<Object> values) {
    TreeSet<Integer> found = ids.get(values);
    return found == null ? List.of() : List.copyOf(found);
  }

  void add(Row row) {
    ids.computeIfAbsent(key(row), key -> new TreeSet<>()).add(row.id());
  }

  void remove(Row row) {
    List<Object> key = key(row);
    TreeSet<Integer> found = ids.get(key);
    if (found != null && found.remove(row.id()) && found.isEmpty()) {
      ids.remove(key);
    }
  }

  private List<Object> key(Row row) {
    return fields.stream().map(row::get).toList();
  }
}
