package io.odoosync.verification.schema;

import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.testkit.Exchange;
import io.odoosync.testkit.OdooRequest;
import io.odoosync.testkit.OdooSchema;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which fields, models and methods of Odoo requests name. */
final class Named {

  private static final Set<String> WRITES = Set.of("load", "create", "write", "web_save_multi");

  private final OdooClient client;
  private final OdooSchema schema;
  private final Map<String, Set<String>> sent = new TreeMap<>();
  private final Map<String, Set<String>> read = new TreeMap<>();
  private final Map<String, Set<String>> methods = new TreeMap<>();
  private final Map<String, String> relations = new HashMap<>();

  Named(OdooClient client, OdooSchema schema) {
    this.client = client;
    this.schema = schema;
  }

  /** By model, the fields that are written. */
  Map<String, Set<String>> sent() {
    return sent;
  }

  /** By model, the fields that are only read or searched by. */
  Map<String, Set<String>> read() {
    return read;
  }

  /** By model, the methods that are called. */
  Map<String, Set<String>> methods() {
    return methods;
  }

  static Named in(List<Exchange> exchanges, OdooClient client, OdooSchema schema) {
    Named named = new Named(client, schema);
    exchanges.stream()
        .map(Exchange::request)
        .filter(request -> schema.models().contains(request.model()))
        .forEach(named::add);
    named.read.forEach(
        (model, fields) -> fields.removeAll(named.sent.getOrDefault(model, Set.of())));
    return named;
  }

  private void add(OdooRequest request) {
    of(methods, request.model()).add(request.method());
    if (!request.method().equals("fields_get")) {
      Map<String, Set<String>> into = WRITES.contains(request.method()) ? sent : read;
      request.arguments().forEach((name, value) -> add(into, request.model(), value));
    }
  }

  private static Set<String> of(Map<String, Set<String>> all, String model) {
    return all.computeIfAbsent(model, known -> new TreeSet<>());
  }

  private void add(Map<String, Set<String>> into, String model, Object value) {
    if (value instanceof Map<?, ?> values) {
      values.keySet().forEach(key -> name(into, model, key.toString()));
    } else if (value instanceof Collection<?> elements) {
      elements.forEach(element -> element(into, model, element));
    }
  }

  private void element(Map<String, Set<String>> into, String model, Object element) {
    if (element instanceof String path) {
      name(into, model, path);
    } else if (element instanceof List<?> leaf
        && leaf.size() == 3
        && leaf.get(0) instanceof String path) {
      name(into, model, path);
    } else if (element instanceof Map) {
      add(into, model, element);
    }
  }

  private void name(Map<String, Set<String>> into, String model, String path) {
    String[] parts = path.split("[/.]", 2);
    if (!schema.fields(model).containsKey(parts[0]) || parts[0].equals("id")) {
      return;
    }
    of(into, model).add(parts[0]);
    String other = parts.length == 1 ? "" : relation(model, parts[0]);
    if (!other.isEmpty()) {
      name(into, other, parts[1]);
    }
  }

  private String relation(String model, String field) {
    return relations.computeIfAbsent(
        model + "/" + field,
        key ->
            client
                .call(
                    MethodCall.of(model, "fields_get")
                        .argument("allfields", List.of(field))
                        .argument("attributes", List.of("relation"))
                        .safeToRepeat())
                .get(field)
                .get("relation")
                .text()
                .orElse(""));
  }
}
