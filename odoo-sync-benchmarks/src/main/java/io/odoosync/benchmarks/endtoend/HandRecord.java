package io.odoosync.benchmarks.endtoend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as somebody writes it who does without the library: the fields that the library sends.
 *
 * @param externalId its external id
 * @param values as {@code create} takes them; a {@code null} keeps Odoo from taking its default
 * @param lines the values of an invoice's lines
 */
record HandRecord(
    String externalId,
    Map<String, @Nullable Object> values,
    List<Map<String, @Nullable Object>> lines) {

  static final String LINES = "invoice_line_ids";

  /** What {@code create} takes. */
  Map<String, @Nullable Object> created() {
    Map<String, @Nullable Object> created = new LinkedHashMap<>();
    values.forEach((field, value) -> created.put(field, orFalse(value)));
    if (!lines.isEmpty()) {
      created.put(LINES, lines.stream().map(HandRecord::command).toList());
    }
    return created;
  }

  /** Creates a line; its taxes replace those that Odoo would take. */
  private static List<Object> command(Map<String, @Nullable Object> line) {
    Map<String, Object> values = new LinkedHashMap<>();
    line.forEach(
        (field, value) ->
            values.put(
                field,
                value instanceof Many many
                    ? List.of(List.of(6, 0, List.of(many.id())))
                    : orFalse(value)));
    return List.of(0, 0, values);
  }

  private static Object orFalse(@Nullable Object value) {
    if (value == null) {
      return false;
    }
    return value instanceof One one ? one.id() : value;
  }

  /** The rows that {@code load} takes: the first with the first line, then one for each line. */
  List<Map<String, String>> rows() {
    Map<String, String> first = new LinkedHashMap<>();
    first.put("id", externalId);
    values.forEach((field, value) -> put(first, field, value));
    List<Map<String, String>> rows = new ArrayList<>(List.of(first));
    for (int number = 1; number <= lines.size(); number++) {
      Map<String, String> row = number == 1 ? first : new LinkedHashMap<>();
      row.put(LINES + "/id", externalId + "." + number);
      lines.get(number - 1).forEach((field, value) -> put(row, LINES + "/" + field, value));
      if (number > 1) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static void put(Map<String, String> row, String column, @Nullable Object value) {
    if (value instanceof One one) {
      row.put(column + "/.id", Long.toString(one.id()));
    } else if (value instanceof Many many) {
      row.put(column + "/.id", Long.toString(many.id()));
    } else {
      row.put(column, value == null ? "" : value.toString());
    }
  }

  /** A reference to a record. */
  record One(long id) {}

  /** References to records, of which there is one. */
  record Many(long id) {}
}
