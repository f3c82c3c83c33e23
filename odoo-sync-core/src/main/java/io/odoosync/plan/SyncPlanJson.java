package io.odoosync.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.text.VisibleText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans as JSON. */
final class SyncPlanJson {

  private static final String NO_PLAN = "json is not a saved plan: ";

  /** A field of a record of a plan is five levels deep. */
  private static final int MAX_DEPTH = 10;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

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
      return plan(MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(NO_PLAN + words(e), e);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          NO_PLAN + VisibleText.of(String.valueOf(e.getMessage())), e);
    }
  }

  /** What and where, on one line. */
  private static String words(JsonProcessingException e) {
    JsonLocation place = e.getLocation();
    String where =
        place == null ? "" : ", at line " + place.getLineNr() + ", column " + place.getColumnNr();
    return VisibleText.of(e.getOriginalMessage() + where);
  }

  private static SyncPlan plan(JsonNode tree) {
    Set<EntityType> types = EnumSet.noneOf(EntityType.class);
    list(tree, "types").forEach(type -> types.add(EntityType.valueOf(text(type))));
    Set<PlannedRecord> records = new LinkedHashSet<>();
    for (JsonNode record : list(tree, "records")) {
      if (!records.add(record(record))) {
        throw new IllegalArgumentException("a record is there twice");
      }
    }
    return SyncPlan.builder(required(tree, "namespace"), Instant.parse(required(tree, "plannedAt")))
        .odoo(tree.has("odoo") ? text(tree, "odoo") : null)
        .types(types)
        .records(List.copyOf(records))
        .unchanged(whole(tree, "unchanged"))
        .stopped(text(tree, "stopped"))
        .build();
  }

  private static PlannedRecord record(JsonNode json) {
    List<PlannedField> fields = new ArrayList<>();
    list(json, "fields").forEach(field -> fields.add(field(field)));
    return PlannedRecord.builder(
            EntityType.valueOf(required(json, "type")),
            LocalKey.of(required(json, "kind"), required(json, "id")),
            PlannedRecord.Action.valueOf(required(json, "action")))
        .odooId(json.path("odooId").isNull() ? null : whole(json, "odooId"))
        .fields(fields)
        .lines(texts(json, "lines"))
        .steps(texts(json, "steps"))
        .notes(texts(json, "notes"))
        .reason(text(json, "reason"))
        .build();
  }

  private static PlannedField field(JsonNode json) {
    return PlannedField.builder(required(json, "field"))
        .local(required(json, "local"))
        .odoo(required(json, "odoo"))
        .toOdoo(text(json, "toOdoo"))
        .toHost(text(json, "toHost"))
        .conflict(text(json, "conflict"))
        .build();
  }

  private static JsonNode list(JsonNode json, String field) {
    return checked(json, field, json.required(field).isArray(), "a list");
  }

  private static List<String> texts(JsonNode json, String field) {
    List<String> texts = new ArrayList<>();
    list(json, field).forEach(text -> texts.add(text(text)));
    return texts;
  }

  private static long whole(JsonNode json, String field) {
    JsonNode value = json.required(field);
    boolean whole = value.isIntegralNumber() && value.canConvertToLong();
    return checked(json, field, whole, "a whole number").longValue();
  }

  private static String required(JsonNode json, String field) {
    return checked(json, field, json.required(field).isTextual(), "a text").textValue();
  }

  /** What is left out of a plan that is not whole would make it look whole. */
  private static @Nullable String text(JsonNode json, String field) {
    JsonNode value = json.required(field);
    return value.isNull() ? null : checked(json, field, value.isTextual(), "a text").textValue();
  }

  private static String text(JsonNode value) {
    if (!value.isTextual()) {
      throw new IllegalArgumentException("a list of texts holds something else");
    }
    return value.textValue();
  }

  private static JsonNode checked(JsonNode json, String field, boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(field + " must be " + what);
    }
    return json.path(field);
  }
}
