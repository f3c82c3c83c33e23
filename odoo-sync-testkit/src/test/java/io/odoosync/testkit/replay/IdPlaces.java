package io.odoosync.testkit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.internal.schema.Field;
import io.odoosync.testkit.internal.schema.FieldType;
import io.odoosync.testkit.internal.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the ids in a call and in its answer, and of which model each is. */
final class IdPlaces {
  private static final Set<String> RECORDS =
      Set.of("read", "search_read", "web_save", "web_save_multi", "read_group");

  private final Schema schema;
  private final RecordedCall call;
  private final List<IdPlace> found = new ArrayList<>();

  private IdPlaces(OdooRelease release, RecordedCall call) {
    this.schema = Schema.of(release);
    this.call = call;
  }

  static List<IdPlace> ofRequest(OdooRelease release, RecordedCall call) {
    IdPlaces places = new IdPlaces(release, call);
    places.request();
    return places.found;
  }

  /** The ids in what the call answered; {@code body} is what the result is a part of. */
  static List<IdPlace> ofResult(
      OdooRelease release, RecordedCall call, JsonNode result, JsonNode body) {
    IdPlaces places = new IdPlaces(release, call);
    if (call.method().equals("create") && result.isNumber()) {
      places.place("", call.model(), new Slot(body, "result"));
    } else {
      places.result(result);
    }
    return places.found;
  }

  private void request() {
    ids("/ids", call.model(), call.argument("ids"));
    values("/vals", call.model(), call.argument("vals"));
    records("/vals_list", call.model(), listed(call.argument("vals_list")));
    domain("/domain", call.model(), call.argument("domain"));
    rows();
    JsonNode context = call.argument("context");
    ids("/active_ids", context.path("active_model").asText(), context.path("active_ids"));
    Slot partner = call.arguments().get("partner");
    if (partner != null && partner.get().isInt()) {
      place("/partner", "res.partner", partner);
    }
  }

  private static JsonNode listed(JsonNode values) {
    return values.isObject() ? JsonNodeFactory.instance.arrayNode().add(values) : values;
  }

  private void result(JsonNode result) {
    String model = call.model();
    switch (call.method()) {
      case "create", "search" -> ids("", model, result);
      case "load" -> ids("/ids", model, result.path("ids"));
      case "name_get", "get_external_id" -> firsts(model, result);
      case "check_object_reference" -> reference(result);
      default -> {
        if (RECORDS.contains(call.method())) {
          records("", model, result);
        } else if (result.has("res_model")) {
          action(result);
        }
      }
    }
  }

  private void firsts(String model, JsonNode pairs) {
    for (int i = 0; i < pairs.size(); i++) {
      first("/" + i, model, pairs.get(i));
    }
  }

  private void first(String path, String model, JsonNode pair) {
    if (pair instanceof ArrayNode array && array.path(0).isNumber()) {
      place(path + "/0", model, Slot.of(array, 0));
    }
  }

  private void reference(JsonNode result) {
    if (result instanceof ArrayNode array && array.path(1).isNumber()) {
      place("/1", array.path(0).asText(), Slot.of(array, 1));
    }
  }

  private void action(JsonNode action) {
    String model = action.path("res_model").asText();
    if (action.path("res_id").isNumber()) {
      place("/res_id", model, new Slot(action, "res_id"));
    }
    domain("/domain", model, action.path("domain"));
  }

  private void ids(String path, String model, JsonNode ids) {
    if (ids instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i).isNumber()) {
          place(path + "/" + i, model, Slot.of(array, i));
        }
      }
    }
  }

  private void records(String path, String model, JsonNode records) {
    for (int i = 0; i < records.size(); i++) {
      values(path + "/" + i, model, records.get(i));
    }
  }

  private void values(String path, String model, JsonNode values) {
    if (!values.isObject()) {
      return;
    }
    values
        .fieldNames()
        .forEachRemaining(name -> value(path + "/" + name, model, new Slot(values, name)));
    domain(path + "/__domain", model, values.path("__domain"));
  }

  private void value(String path, String model, Slot slot) {
    if (slot.key().equals("id")) {
      place(path, model, slot);
      return;
    }
    field(model, slot.key()).ifPresent(field -> value(path, field, slot));
  }

  private void value(String path, Field field, Slot slot) {
    if (field.type() == FieldType.MANY2ONE_REFERENCE) {
      JsonNode owner = slot.container();
      String model = owner.path("res_model").asText(owner.path("model").asText("account.move"));
      place(path, model, slot);
    } else if (field.type() == FieldType.MANY2ONE) {
      one(path, field.relation(), slot);
    } else if (field.type().isToMany()) {
      many(path, field.relation(), slot.get());
    }
  }

  private void one(String path, String model, Slot slot) {
    if (slot.get().isNumber()) {
      place(path, model, slot);
    } else {
      first(path, model, slot.get());
    }
  }

  /** Plain ids in an answer, commands in a request. */
  private void many(String path, String model, JsonNode items) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof ArrayNode command) {
        command(path + "/" + i, model, command);
      }
    }
    ids(path, model, items);
  }

  private void command(String path, String model, ArrayNode command) {
    if (command.path(0).asInt() > 0 && command.path(0).asInt() < 5) {
      place(path + "/1", model, Slot.of(command, 1));
    }
    values(path + "/2", model, command.path(2));
    ids(path + "/2", model, command.path(2));
  }

  private void domain(String path, String model, JsonNode domain) {
    for (int i = 0; i < domain.size(); i++) {
      if (domain.get(i) instanceof ArrayNode condition && condition.size() == 3) {
        condition(path + "/" + i, model, condition);
      }
    }
  }

  private void condition(String path, String model, ArrayNode condition) {
    String name = condition.path(0).asText();
    String target = name.equals("id") ? model : field(model, name).map(this::target).orElse("");
    if (!target.isEmpty() && condition.path(2).isNumber()) {
      place(path, target, Slot.of(condition, 2));
    }
    ids(path, target, condition.path(2));
  }

  private String target(Field field) {
    return field.type() == FieldType.MANY2ONE_REFERENCE ? "account.move" : field.relation();
  }

  private void rows() {
    JsonNode rows = call.argument("data");
    JsonNode columns = call.argument("fields");
    for (int column = 0; column < columns.size() && !rows.isMissingNode(); column++) {
      String model = idColumn(columns.get(column).asText());
      for (int row = 0; row < rows.size() && !model.isEmpty(); row++) {
        cell("/data/" + row + "/" + column, model, rows.get(row), column);
      }
    }
  }

  private void cell(String path, String model, JsonNode row, int column) {
    if (row instanceof ArrayNode cells && cells.path(column).asText().matches("\\d+")) {
      place(path, model, Slot.of(cells, column));
    }
  }

  /** The model whose ids a column holds, or "". */
  private String idColumn(String column) {
    if (column.equals("res_id")) {
      return "account.move";
    }
    if (!column.endsWith(".id")) {
      return "";
    }
    String model = call.model();
    for (String name : column.substring(0, column.length() - 3).split("/", -1)) {
      model = name.isEmpty() ? model : field(model, name).map(Field::relation).orElse("");
    }
    return model;
  }

  private Optional<Field> field(String model, String name) {
    return Optional.ofNullable(schema.models().get(model)).flatMap(known -> known.field(name));
  }

  private void place(String path, String model, Slot slot) {
    if (slot.get().isNumber() || slot.get().isTextual()) {
      found.add(new IdPlace(path, model, slot));
    }
  }
}
