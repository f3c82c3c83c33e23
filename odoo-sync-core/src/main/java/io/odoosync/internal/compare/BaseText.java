package io.odoosync.internal.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.odoosync.internal.compare.Base.Agreed;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The form in which the id store keeps a base. Odoo's cells are left out where they are as sent.
 */
final class BaseText {

  private static final String SENT = "sent";
  private static final String READ = "read";
  private static final String WRITE_DATE = "write_date";
  private static final String DOCUMENT = "document";
  private static final String AS_IS = "as_is";
  private static final String NAMES = "names";
  static final String GUEST = "guest";
  private static final String MAPPED_FROM = "mapped_from";
  private static final String TOLD = "told";
  private static final String PULLED = "pulled";
  private static final String ABSENT = "absent";
  private static final String DAMAGED = "the id store returned a damaged base";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private BaseText() {}

  static Base parse(String text) {
    try {
      return parse(MAPPER.readTree(text));
    } catch (JsonProcessingException | DateTimeParseException e) {
      throw new IllegalStateException(DAMAGED, e);
    }
  }

  private static Base parse(JsonNode tree) {
    if (!tree.isObject()) {
      throw new IllegalStateException(DAMAGED);
    }
    String writeDate = tree.path(WRITE_DATE).textValue();
    BaseDraft draft = new BaseDraft();
    draft.fields = cells(tree);
    draft.told = cells(tree.path(TOLD));
    draft.names = texts(tree.path(NAMES));
    draft.pulled = texts(tree.path(PULLED));
    draft.absent = names(tree.path(ABSENT));
    draft.writeDate = writeDate == null ? null : Instant.parse(writeDate);
    draft.document = tree.path(DOCUMENT).textValue();
    draft.asIs = tree.path(AS_IS).asBoolean();
    draft.guest = tree.path(GUEST).asBoolean();
    draft.mappedFrom = MappedFrom.parse(tree.path(MAPPED_FROM).textValue());
    return new Base(draft);
  }

  private static Map<String, String> texts(JsonNode tree) {
    Map<String, String> texts = new LinkedHashMap<>();
    tree.properties().forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
    return texts;
  }

  private static Set<String> names(JsonNode tree) {
    Set<String> names = new TreeSet<>();
    tree.forEach(name -> names.add(name.asText()));
    return names;
  }

  private static Map<String, Agreed> cells(JsonNode tree) {
    Map<String, Agreed> cells = new LinkedHashMap<>();
    JsonNode read = tree.path(READ);
    tree.path(SENT)
        .properties()
        .forEach(
            sent -> {
              String cell = sent.getValue().asText();
              JsonNode other = read.path(sent.getKey());
              cells.put(
                  sent.getKey(), new Agreed(cell, other.isTextual() ? other.textValue() : cell));
            });
    return cells;
  }

  static String of(BaseDraft base) {
    ObjectNode tree = MAPPER.createObjectNode();
    put(base.fields, tree);
    if (!base.told.isEmpty()) {
      put(base.told, tree.putObject(TOLD));
    }
    if (base.writeDate != null) {
      tree.put(WRITE_DATE, base.writeDate.toString());
    }
    if (base.document != null) {
      tree.put(DOCUMENT, base.document);
    }
    if (base.asIs) {
      tree.put(AS_IS, true);
    }
    if (!base.names.isEmpty()) {
      base.names.forEach(tree.putObject(NAMES)::put);
    }
    if (!base.pulled.isEmpty()) {
      base.pulled.forEach(tree.putObject(PULLED)::put);
    }
    if (!base.absent.isEmpty()) {
      base.absent.forEach(tree.putArray(ABSENT)::add);
    }
    if (base.guest) {
      tree.put(GUEST, true);
    }
    if (base.mappedFrom != null) {
      tree.put(MAPPED_FROM, base.mappedFrom.text());
    }
    return tree.toString();
  }

  private static void put(Map<String, Agreed> cells, ObjectNode tree) {
    ObjectNode sent = tree.putObject(SENT);
    ObjectNode read = tree.putObject(READ);
    cells.forEach(
        (field, agreed) -> {
          sent.put(field, agreed.sent());
          if (!agreed.read().equals(agreed.sent())) {
            read.put(field, agreed.read());
          }
        });
  }
}
