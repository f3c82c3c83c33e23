package io.odoosync.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans as JSON. */
final class SyncPlanJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SyncPlanJson() {}

  static String write(SyncPlan plan) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("namespace", plan.namespace())
        .put("odoo", plan.odoo())
        .put("plannedAt", plan.plannedAt().toString())
        .put("unchanged", plan.unchanged())
        .put("stopped", plan.stopped());
    ArrayNode types = json.putArray("types");
    plan.types().forEach(type -> types.add(type.name()));
    ArrayNode records = json.putArray("records");
    plan.records().forEach(record -> records.add(record(record)));
    return json.toString();
  }

  private static ObjectNode record(PlannedRecord record) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", record.type().name())
        .put("kind", record.key().kind())
        .put("id", record.key().id())
        .put("action", record.action().name())
        .put("odooId", record.odooId())
        .put("reason", record.reason());
    ArrayNode fields = json.putArray("fields");
    record.fields().forEach(field -> fields.add(field(field)));
    record.lines().forEach(json.putArray("lines")::add);
    record.steps().forEach(json.putArray("steps")::add);
    record.notes().forEach(json.putArray("notes")::add);
    return json;
  }

  private static ObjectNode field(PlannedField field) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("field", field.field())
        .put("local", field.local())
        .put("odoo", field.odoo())
        .put("toOdoo", field.toOdoo())
        .put("toHost", field.toHost())
        .put("conflict", field.conflict());
  }

  static SyncPlan read(String json) {
    try {
      JsonNode tree = MAPPER.readTree(json);
      Set<EntityType> types = EnumSet.noneOf(EntityType.class);
      tree.path("types").forEach(type -> types.add(EntityType.valueOf(type.asText())));
      List<PlannedRecord> records = new ArrayList<>();
      tree.path("records").forEach(record -> records.add(record(record)));
      return SyncPlan.builder(
              tree.required("namespace").asText(),
              Instant.parse(tree.required("plannedAt").asText()))
          .odoo(text(tree, "odoo"))
          .types(types)
          .records(records)
          .unchanged(tree.path("unchanged").asLong())
          .stopped(text(tree, "stopped"))
          .build();
    } catch (JsonProcessingException | RuntimeException e) {
      throw new IllegalArgumentException("json is not a saved plan: " + e.getMessage(), e);
    }
  }

  private static PlannedRecord record(JsonNode json) {
    List<PlannedField> fields = new ArrayList<>();
    json.path("fields").forEach(field -> fields.add(field(field)));
    JsonNode odooId = json.path("odooId");
    return PlannedRecord.builder(
            EntityType.valueOf(json.required("type").asText()),
            LocalKey.of(json.required("kind").asText(), json.required("id").asText()),
            PlannedRecord.Action.valueOf(json.required("action").asText()))
        .odooId(odooId.isIntegralNumber() ? odooId.longValue() : null)
        .fields(fields)
        .lines(texts(json.path("lines")))
        .steps(texts(json.path("steps")))
        .notes(texts(json.path("notes")))
        .reason(text(json, "reason"))
        .build();
  }

  private static PlannedField field(JsonNode json) {
    return PlannedField.builder(json.required("field").asText())
        .local(json.required("local").asText())
        .odoo(json.required("odoo").asText())
        .toOdoo(text(json, "toOdoo"))
        .toHost(text(json, "toHost"))
        .conflict(text(json, "conflict"))
        .build();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static @Nullable String text(JsonNode json, String field) {
    return json.path(field).textValue();
  }
}
