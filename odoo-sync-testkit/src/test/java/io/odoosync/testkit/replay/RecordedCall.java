package io.odoosync.testkit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A call of a method, whichever transport brings it: its arguments have names. */
record RecordedCall(String model, String method, Map<String, Slot> arguments) {
  private static final Set<String> READING =
      Set.of("read", "search", "search_read", "search_count", "fields_get", "read_group");
  private static final Set<String> NO_IDS =
      Set.of("check_object_reference", "check_access_rights", "context_get", "fields_get");

  /** The call of a request whose parts may be exchanged in place. */
  static RecordedCall of(Recording recording) {
    Map<String, Slot> arguments = new LinkedHashMap<>();
    if (recording.isJson2()) {
      named(recording.request().path("body"), arguments);
    } else {
      positional(recording, arguments);
    }
    return new RecordedCall(recording.model(), recording.method(), arguments);
  }

  private static void positional(Recording recording, Map<String, Slot> arguments) {
    List<String> names = names(recording.method());
    if (recording.callArguments().path(5) instanceof ArrayNode values) {
      for (int i = 0; i < Math.min(values.size(), names.size()); i++) {
        arguments.put(names.get(i), Slot.of(values, i));
      }
    }
    named(recording.callArguments().path(6), arguments);
  }

  private static void named(JsonNode values, Map<String, Slot> arguments) {
    values.fieldNames().forEachRemaining(name -> arguments.put(name, new Slot(values, name)));
  }

  private static List<String> names(String method) {
    return switch (method) {
      case "create" -> List.of("vals_list");
      case "write", "web_save" -> List.of("ids", "vals");
      case "web_save_multi" -> List.of("ids", "vals_list");
      case "load" -> List.of("fields", "data");
      case "search", "search_read", "search_count", "read_group" -> List.of("domain");
      case "convert_opportunity" -> List.of("ids", "partner");
      default -> NO_IDS.contains(method) ? List.of() : List.of("ids");
    };
  }

  JsonNode argument(String name) {
    Slot slot = arguments.get(name);
    return slot == null ? MissingNode.getInstance() : slot.get();
  }

  /** Whether it leaves something behind that a later exchange may be about. */
  boolean writes() {
    return !model.isEmpty() && !READING.contains(method) && !NO_IDS.contains(method);
  }

  /** What the method answered; missing if it failed. */
  static JsonNode result(Recording recording, JsonNode body, int status) {
    JsonNode result = recording.isJson2() && status == 200 ? body : body.path("result");
    return recording.method().equals("get_external_id") ? pairs(result) : result;
  }

  /** The ids of {@code get_external_id} are names of properties, which cannot be exchanged. */
  private static JsonNode pairs(JsonNode object) {
    ArrayNode pairs = JsonNodeFactory.instance.arrayNode();
    if (object instanceof ObjectNode) {
      object
          .properties()
          .forEach(
              entry -> pairs.addArray().add(Long.parseLong(entry.getKey())).add(entry.getValue()));
    }
    return pairs;
  }
}
