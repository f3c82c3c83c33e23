package io.odoosync.internal.exchange;

import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The fields that a call names, and the call without some of them. Pure. */
final class CallFields {

  private static final String FIELDS = "fields";
  private static final String ROWS = "data";
  private static final String ORDER = "order";

  private CallFields() {}

  static boolean isReading(MethodCall call) {
    return call.method().equals("read") || call.method().equals("search_read");
  }

  /** What is read, and what it is sorted by. */
  static Set<String> read(MethodCall call) {
    Set<String> names = new LinkedHashSet<>(texts(call.named().get(FIELDS)));
    clauses(call).forEach(clause -> names.add(field(clause)));
    return names;
  }

  private static List<String> texts(@Nullable OdooValue list) {
    return list == null
        ? List.of()
        : list.list().orElse(List.of()).stream().flatMap(each -> each.text().stream()).toList();
  }

  private static List<String> clauses(MethodCall call) {
    OdooValue order = call.named().get(ORDER);
    return order == null ? List.of() : List.of(order.text().orElse("").strip().split("\\s*,\\s*"));
  }

  private static String field(String clause) {
    return clause.split(" ", 2)[0];
  }

  /** Reads the rest; where nothing is left, the ids. */
  static MethodCall withoutRead(MethodCall call, Set<String> gone) {
    if (gone.isEmpty()) {
      return call;
    }
    List<String> fields = new ArrayList<>(texts(call.named().get(FIELDS)));
    fields.removeAll(gone);
    List<String> order = new ArrayList<>(clauses(call));
    order.removeIf(clause -> gone.contains(field(clause)));
    MethodCall rest = call.argument(FIELDS, fields.isEmpty() ? List.of("id") : fields);
    return call.named().containsKey(ORDER)
        ? rest.argument(ORDER, order.isEmpty() ? "id" : String.join(", ", order))
        : rest;
  }

  /** The columns of a table that is loaded. */
  static List<String> columns(MethodCall call) {
    return texts(call.positional().get(FIELDS));
  }

  static MethodCall withoutColumns(MethodCall call, Set<String> gone) {
    List<String> columns = columns(call);
    List<List<OdooValue>> rows = new ArrayList<>();
    for (OdooValue row : call.positional().getOrDefault(ROWS, OdooValue.of(List.of())).asList()) {
      List<OdooValue> cells = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        if (!gone.contains(columns.get(i))) {
          cells.add(row.get(i));
        }
      }
      rows.add(cells);
    }
    List<String> kept = columns.stream().filter(column -> !gone.contains(column)).toList();
    return call.positional(FIELDS, kept).positional(ROWS, rows);
  }

  /** Those of some values whose fields meet a condition. */
  static OdooValue where(OdooValue values, Predicate<String> wanted) {
    Map<String, OdooValue> kept = new LinkedHashMap<>(values.map().orElse(Map.of()));
    kept.keySet().removeIf(wanted.negate());
    return OdooValue.of(kept);
  }
}
