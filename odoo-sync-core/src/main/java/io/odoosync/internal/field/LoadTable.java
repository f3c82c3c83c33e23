package io.odoosync.internal.field;

import io.odoosync.LocalKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Records as the columns and rows that Odoo's {@code load} takes: a row for each record, and one
 * more for each line after its first. Each record and each line has its external id, so that Odoo
 * knows them again.
 *
 * @param columns the columns
 * @param rows as many cells a row as there are columns
 */
public record LoadTable(List<String> columns, List<List<String>> rows) {

  /** Copies both lists. */
  public LoadTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * Lays out records to be created.
   *
   * @param namespace the namespace of the external ids
   * @param model the model
   * @param records the records by key, in the order of the rows
   */
  public static LoadTable of(
      String namespace, String model, Map<LocalKey, Mapping.Mapped> records) {
    List<Map<String, String>> cells = new ArrayList<>();
    records.forEach((key, record) -> cells.addAll(cells(namespace, model, key, record)));
    Set<String> columns = new LinkedHashSet<>();
    cells.forEach(row -> columns.addAll(row.keySet()));
    // Odoo takes one column a field, be it with subfield or without.
    columns.removeAll(columns.stream().filter(c -> columns.contains(c + "/.id")).toList());
    return new LoadTable(
        List.copyOf(columns),
        cells.stream()
            .map(row -> columns.stream().map(column -> row.getOrDefault(column, "")).toList())
            .toList());
  }

  /**
   * Parts records that can't be laid out together: those which leave a field to Odoo that others
   * set. In one table they would have an empty cell there, which clears the field: Odoo then takes
   * no default, and an empty e-mail address or phone of a lead is even written to its partner (Odoo
   * 14 to 17).
   *
   * @param records the records by key
   * @return groups in the order of their first records, each in the order of the records; usually
   *     one
   */
  public static List<Map<LocalKey, Mapping.Mapped>> alike(Map<LocalKey, Mapping.Mapped> records) {
    Map<Set<String>, Map<LocalKey, Mapping.Mapped>> groups = new LinkedHashMap<>();
    records.forEach(
        (key, record) ->
            groups.computeIfAbsent(shape(record), s -> new LinkedHashMap<>()).put(key, record));
    return List.copyOf(groups.values());
  }

  private static Set<String> shape(Mapping.Mapped record) {
    Set<String> shape = new TreeSet<>(record.fields().plus(record.onCreate()).byField().keySet());
    Lines lines = record.lines();
    lines
        .rows()
        .forEach(line -> line.byField().keySet().forEach(f -> shape.add(lines.field() + "/" + f)));
    return shape;
  }

  /**
   * Whether the records refer to others by their ids in a field.
   *
   * @param field the field, or {@code null}
   */
  public boolean refersBy(@Nullable String field) {
    return field != null && columns.contains(field + "/.id");
  }

  private static List<Map<String, String>> cells(
      String namespace, String model, LocalKey key, Mapping.Mapped record) {
    Map<String, String> first = new LinkedHashMap<>();
    first.put("id", ExternalId.of(namespace, model, key).toString());
    put(first, "", record.fields());
    // Nothing counts here: it keeps Odoo from taking its own default.
    record
        .onCreate()
        .byField()
        .forEach((field, value) -> first.put(Encoding.column(field, value), Encoding.cell(value)));
    List<Map<String, String>> rows = new ArrayList<>(List.of(first));
    for (int number = 1; number <= record.lines().rows().size(); number++) {
      Map<String, String> row = number == 1 ? first : new LinkedHashMap<>();
      putLine(row, namespace, key, record.lines(), number);
      if (number > 1) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static void putLine(
      Map<String, String> row, String namespace, LocalKey key, Lines lines, int number) {
    row.put(
        lines.field() + "/id", ExternalId.ofLine(namespace, lines.model(), key, number).toString());
    put(row, lines.field() + "/", lines.rows().get(number - 1));
  }

  /** Nothing needs no column of its own: a column that others need has an empty cell. */
  private static void put(Map<String, String> row, String prefix, FieldValues values) {
    values
        .where((field, value) -> !value.isNothing())
        .byField()
        .forEach(
            (field, value) ->
                row.put(prefix + Encoding.column(field, value), Encoding.cell(value)));
  }
}
