package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code load} says about the rows. */
final class LoadMessages {
  private final List<Map<String, Object>> messages = new ArrayList<>();

  /** The rows of a record, and its number. */
  record Place(int record, int from, int to) {
    Map<String, Object> rows() {
      Map<String, Object> rows = new LinkedHashMap<>();
      rows.put("from", from);
      rows.put("to", to);
      return rows;
    }
  }

  List<Map<String, Object>> all() {
    return messages;
  }

  boolean hasErrors() {
    return messages.stream().anyMatch(message -> "error".equals(message.get("type")));
  }

  void error(Place place, String field, String text, Map<String, Object> more) {
    about(place, "error", field, text, more);
  }

  void warning(Place place, String field, String text, Map<String, Object> more) {
    about(place, "warning", field, text, more);
  }

  private void about(
      Place place, String type, String field, String text, Map<String, Object> more) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("rows", place.rows());
    message.put("type", type);
    message.put("record", place.record());
    message.put("field", field);
    message.put("message", text);
    message.putAll(more);
    messages.add(message);
  }

  /** A row that could not be stored. */
  void failure(Place place, OdooError error, Env env) {
    if (!error.loadMessage().isEmpty()) {
      Map<String, Object> message = plain(place, error.loadMessage());
      if (!error.loadField().isEmpty()) {
        message.put("field", error.loadField());
      }
      messages.add(message);
    } else if (error.isOfDatabase()
        || (error.isForUsers() && env.has(Fact.LOAD_SAYS_REFUSALS_PLAINLY))) {
      messages.add(plain(place, error.text()));
    } else {
      messages.add(unknown(place, error));
    }
  }

  static Map<String, Object> plain(Place place, String text) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("rows", place.rows());
    message.put("record", place.record());
    message.put("type", "error");
    message.put("message", text);
    return message;
  }

  private static Map<String, Object> unknown(Place place, OdooError error) {
    String type = error.name().replace("builtins.", "");
    String text = "Unknown error during import: <class '%s'>: %s".formatted(type, error.text());
    Map<String, Object> message = plain(place, text);
    message.put("moreinfo", "Resolve other errors first");
    return message;
  }

  void addFirstIfNew(Map<String, Object> message) {
    if (!messages.contains(message)) {
      messages.add(0, message);
    }
  }

  void interrupted() {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("type", "warning");
    message.put(
        "message",
        "Found more than 10 errors and more than one error per 10 records, interrupted to avoid showing too many errors.");
    messages.add(message);
  }
}
