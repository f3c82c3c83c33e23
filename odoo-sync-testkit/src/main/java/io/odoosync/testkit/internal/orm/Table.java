package io.odoosync.testkit.internal.orm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The records of one model. Each change leaves its reverse in the {@link UndoLog}. */
public final class Table {
  private final String name;
  private final UndoLog undo;
  private final NavigableMap<Integer, Row> rows = new TreeMap<>();
  private final Map<List<String>, Index> indexes = new HashMap<>();
  private int lastId;

  Table(String name, UndoLog undo) {
    this.name = name;
    this.undo = undo;
  }

  public String name() {
    return name;
  }

  /** As a sequence of PostgreSQL: what was taken is not given back by a rollback. */
  public int nextId() {
    lastId++;
    return lastId;
  }

  public Optional<Row> row(int id) {
    return Optional.ofNullable(rows.get(id));
  }

  public boolean has(int id) {
    return rows.containsKey(id);
  }

  public Collection<Row> rows() {
    return rows.values();
  }

  public Collection<Row> rowsFrom(int id) {
    return rows.tailMap(id, true).values();
  }

  public Row insert(int id, Map<String, Object> values) {
    Row row = new Row(id);
    values.forEach(row::put);
    lastId = Math.max(lastId, id);
    add(row);
    undo.add(() -> remove(row));
    return row;
  }

  public void put(int id, String field, Object value) {
    Row row = existing(id);
    Object before = row.get(field);
    if (before.equals(value)) {
      undo.touch();
      return;
    }
    set(row, field, value);
    undo.add(() -> set(row, field, before));
  }

  public void delete(int id) {
    Row row = existing(id);
    remove(row);
    undo.add(() -> add(row));
  }

  /** The ids of the rows whose fields have these values, ascending. */
  public List<Integer> find(List<String> fields, List<Object> values) {
    return index(fields).find(values);
  }

  public List<Integer> referencing(String field, int id) {
    return find(List.of(field), List.of(id));
  }

  private Row existing(int id) {
    Row row = rows.get(id);
    if (row == null) {
      throw new IllegalStateException(name + " has no row " + id);
    }
    return row;
  }

  private Index index(List<String> fields) {
    return indexes.computeIfAbsent(fields, key -> new Index(key, rows.values()));
  }

  private void add(Row row) {
    rows.put(row.id(), row);
    indexes.values().forEach(index -> index.add(row));
  }

  private void remove(Row row) {
    rows.remove(row.id());
    indexes.values().forEach(index -> index.remove(row));
  }

  private void set(Row row, String field, Object value) {
    List<Index> touched = new ArrayList<>();
    for (Index index : indexes.values()) {
      if (index.covers(field)) {
        touched.add(index);
        index.remove(row);
      }
    }
    row.put(field, value);
    touched.forEach(index -> index.add(row));
  }
}
