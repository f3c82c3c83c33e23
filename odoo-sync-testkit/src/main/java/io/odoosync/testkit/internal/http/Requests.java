package io.odoosync.testkit.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.odoosync.testkit.OdooRequest;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.orm.Python;
import io.odoosync.testkit.internal.schema.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a request asks for, read without running it. Never fails: what is not understood is empty.
 */
final class Requests {
  private static final Set<String> ON_MODEL =
      Set.of(
          "create",
          "load",
          "search",
          "search_read",
          "search_count",
          "fields_get",
          "default_get",
          "name_search",
          "name_create",
          "check_object_reference",
          "check_access_rights",
          "context_get",
          "generate",
          "revoke",
          "web_search_read");

  private Requests() {}

  static OdooRequest of(int number, Request request) {
    Optional<Json2.Target> target = Json2.target(request.path());
    try {
      return target.isPresent()
          ? named(number, request, target.get())
          : positional(number, request);
    } catch (OdooError | JsonProcessingException | ClassCastException e) {
      return new OdooRequest(number, request.path(), "", "", "", List.of(), 0, Map.of(), Map.of());
    }
  }

  private static OdooRequest named(int number, Request request, Json2.Target target) {
    Map<String, Object> arguments = new LinkedHashMap<>(Json2.arguments(request));
    List<Integer> ids = Python.ids(arguments.getOrDefault("ids", List.of()));
    Map<String, Object> context = Python.map(arguments.getOrDefault("context", false));
    arguments.keySet().removeAll(List.of("ids", "context"));
    Object data = arguments.getOrDefault("data", arguments.getOrDefault("vals_list", false));
    return new OdooRequest(
        number,
        request.path(),
        "object",
        target.model(),
        target.method(),
        ids,
        records(target.method(), data, ids),
        arguments,
        context);
  }

  private static OdooRequest positional(int number, Request request)
      throws JsonProcessingException {
    JsonNode parameters =
        Json.parse(request.body().isEmpty() ? "{}" : request.body()).path("params");
    String service = parameters.path("service").asText("");
    JsonNode sent = parameters.path("args");
    String method = parameters.path("method").asText("");
    if (!service.equals("object")) {
      return new OdooRequest(
          number, request.path(), service, "", method, List.of(), 0, Map.of(), Map.of());
    }
    List<Object> positions = Python.list(Json.plain(sent.path(5)));
    Map<String, Object> keywords = Json.plainObject(sent.path(6));
    return onModel(
        number, request, sent.path(3).asText(""), sent.path(4).asText(""), positions, keywords);
  }

  private static OdooRequest onModel(
      int number,
      Request request,
      String model,
      String method,
      List<Object> positions,
      Map<String, Object> keywords) {
    boolean onRecords = !ON_MODEL.contains(method) && !positions.isEmpty();
    List<Integer> ids = onRecords ? Python.ids(positions.get(0)) : List.of();
    Map<String, Object> context = Python.map(keywords.getOrDefault("context", false));
    Map<String, Object> arguments = new LinkedHashMap<>(keywords);
    arguments.remove("context");
    for (int i = onRecords ? 1 : 0; i < positions.size(); i++) {
      arguments.put("" + (onRecords ? i - 1 : i), positions.get(i));
    }
    Object data = arguments.getOrDefault(method.equals("load") ? "1" : "0", false);
    int records = records(method, data, ids);
    return new OdooRequest(
        number, request.path(), "object", model, method, ids, records, arguments, context);
  }

  private static int records(String method, Object data, List<Integer> ids) {
    boolean many = method.equals("load") || method.equals("create");
    return many ? Math.max(1, Python.list(data).size()) : ids.size();
  }
}
