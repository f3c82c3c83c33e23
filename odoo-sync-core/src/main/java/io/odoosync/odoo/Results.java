package io.odoosync.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the results of Odoo's own methods. A result of another shape did not come from Odoo, which
 * leaves open what became of the call: it is never read as empty or 0.
 */
final class Results {

  private final String what;

  private Results(String what) {
    this.what = what;
  }

  /** For the result of one call. */
  static Results of(MethodCall call) {
    return new Results(call.model() + "." + call.method());
  }

  List<Long> ids(JsonNode result) {
    if (result.isIntegralNumber()) {
      return List.of(result.longValue());
    }
    List<Long> ids = new ArrayList<>();
    for (JsonNode id : require(result, result.isArray(), "a list of ids")) {
      ids.add(require(id, id.isIntegralNumber(), "a list of ids").longValue());
    }
    return List.copyOf(ids);
  }

  long count(JsonNode result) {
    return require(result, result.isIntegralNumber(), "a number").longValue();
  }

  List<OdooRecord> records(JsonNode result) {
    List<OdooRecord> records = new ArrayList<>();
    for (JsonNode values : require(result, result.isArray(), "a list of records")) {
      boolean record = values.path("id").isIntegralNumber();
      records.add(new OdooRecord((ObjectNode) require(values, record, "a list of records")));
    }
    return List.copyOf(records);
  }

  /**
   * Reads the answer of {@code load}.
   *
   * @throws OdooBusyException if the load lost against another transaction, which Odoo reports as a
   *     message: nothing was loaded, and the same load may succeed now
   */
  LoadResult load(JsonNode result) {
    JsonNode listed = require(result.path("messages"), result.path("messages").isArray(), "load");
    List<LoadMessage> messages = new ArrayList<>();
    listed.forEach(message -> messages.add(message(message)));
    messages.stream()
        .filter(LoadMessage::isSerializationFailure)
        .findFirst()
        .ifPresent(this::throwBusy);
    JsonNode ids = result.path("ids");
    boolean refused = messages.stream().anyMatch(LoadMessage::error);
    return new LoadResult(refused ? List.of() : ids(ids), messages);
  }

  private void throwBusy(LoadMessage lost) {
    throw new OdooBusyException(what + ": " + lost.text().strip(), null, null, null);
  }

  private static LoadMessage message(JsonNode message) {
    JsonNode record = message.path("record");
    return new LoadMessage(
        message.path("type").asText().equals("error"),
        message.path("message").asText(),
        record.isInt() ? record.intValue() : null,
        message.path("field").textValue());
  }

  Map<String, FieldDefinition> fields(JsonNode result) {
    Map<String, FieldDefinition> definitions = new LinkedHashMap<>();
    require(result, result.isObject(), "an object of fields")
        .properties()
        .forEach(field -> definitions.put(field.getKey(), field(field.getKey(), field.getValue())));
    return definitions;
  }

  private static FieldDefinition field(String name, JsonNode attributes) {
    return new FieldDefinition(
        name,
        attributes.path("type").asText(),
        attributes.path("string").asText(),
        attributes.path("required").asBoolean(),
        attributes.path("readonly").asBoolean(),
        attributes.path("relation").textValue(),
        attributes.path("digits").path(1).isInt()
            ? attributes.path("digits").path(1).intValue()
            : null);
  }

  /** Reads external ids by record; a record that has none is left out. */
  Map<Long, String> externalIds(JsonNode result) {
    Map<Long, String> externalIds = new LinkedHashMap<>();
    require(result, result.isObject(), "an object of external ids")
        .properties()
        .forEach(record -> putExternalId(externalIds, record.getKey(), record.getValue()));
    return externalIds;
  }

  private void putExternalId(Map<Long, String> externalIds, String id, JsonNode externalId) {
    boolean valid = id.matches("[0-9]{1,18}") && externalId.isTextual();
    String text = require(externalId, valid, "an object of external ids").textValue();
    if (!text.isEmpty()) {
      externalIds.put(Long.valueOf(id), text);
    }
  }

  /** Reads model and id; the id is {@code false} if the user may not see the record. */
  Optional<ExternalIdTarget> target(JsonNode result) {
    boolean pair = result.path(0).isTextual();
    JsonNode id = require(result, pair, "model and id").path(1);
    return Optional.of(id)
        .filter(JsonNode::isIntegralNumber)
        .map(known -> new ExternalIdTarget(result.path(0).textValue(), known.longValue()));
  }

  private JsonNode require(JsonNode node, boolean expected, String shape) {
    if (!expected) {
      throw new OdooOutcomeUnknownException(
          what + ": the answer is no result of Odoo's: it should be " + shape, null, null);
    }
    return node;
  }
}
