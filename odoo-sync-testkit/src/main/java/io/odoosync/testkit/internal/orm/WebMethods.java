package io.odoosync.testkit.internal.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The methods that Odoo's own web client uses: their specification names the fields to answer. */
final class WebMethods {
  private WebMethods() {}

  static Object read(Invocation call) {
    return read(call.model(), call.ids(), call.map("specification"));
  }

  static Object save(Invocation call) {
    List<Integer> ids = call.ids();
    if (ids.isEmpty()) {
      ids = List.of(call.model().create(call.map("vals")));
    } else {
      call.model().write(ids, call.map("vals"));
    }
    return read(call.model(), ids, call.map("specification"));
  }

  static Object saveMulti(Invocation call) {
    List<Object> values = call.list("vals_list");
    if (values.size() != call.ids().size()) {
      throw OdooError.python("ValueError", "Each record must have a corresponding vals entry.");
    }
    for (int i = 0; i < values.size(); i++) {
      call.model().write(List.of(call.ids().get(i)), Python.map(values.get(i)));
    }
    return read(call.model(), call.ids(), call.map("specification"));
  }

  static Object searchRead(Invocation call) {
    List<Integer> all = call.model().search(call.list("domain"), call.text("order"), 0, 0);
    int from = Math.min(call.number("offset", 0), all.size());
    int limit = call.number("limit", 0);
    List<Integer> page =
        all.subList(from, limit > 0 ? Math.min(from + limit, all.size()) : all.size());
    return Map.of(
        "length", all.size(), "records", read(call.model(), page, call.map("specification")));
  }

  private static List<Map<String, Object>> read(
      Model model, List<Integer> ids, Map<String, Object> specification) {
    List<Map<String, Object>> answer = new ArrayList<>();
    for (Map<String, Object> plain : plainRecords(model, ids, specification)) {
      Map<String, Object> record = new LinkedHashMap<>(plain);
      specification.forEach((field, part) -> expand(model, record, field, Python.map(part)));
      answer.add(record);
    }
    return answer;
  }

  private static List<Map<String, Object>> plainRecords(
      Model model, List<Integer> ids, Map<String, Object> specification) {
    List<String> fields =
        specification.isEmpty() ? List.of("id") : List.copyOf(specification.keySet());
    return model.read(ids, fields, false);
  }

  private static void expand(
      Model model, Map<String, Object> record, String field, Map<String, Object> part) {
    String relation = model.schema().field(field).map(known -> known.relation()).orElse("");
    if (relation.isEmpty() || !part.containsKey("fields")) {
      return;
    }
    Object value = record.getOrDefault(field, false);
    List<Map<String, Object>> inner =
        read(model.env().model(relation), Python.ids(value), Python.map(part.get("fields")));
    record.put(
        field, value instanceof Integer ? inner.get(0) : value instanceof List<?> ? inner : value);
  }
}
