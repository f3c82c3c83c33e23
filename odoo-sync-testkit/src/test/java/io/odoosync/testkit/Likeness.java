package io.odoosync.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares an answer with a recorded one. Numbers inside results and texts are ids, dates and
 * counts of another database: any number is like any other there.
 */
final class Likeness {
  private static final Set<String> EXACT_NUMBERS =
      Set.of("code", "record", "from", "to", "nextrow", "protocol_version", "server_version_info");
  private static final Set<String> IGNORED = Set.of("debug", "jsonrpc", "id");

  private final List<String> differences = new ArrayList<>();

  static List<String> differences(JsonNode expected, JsonNode actual) {
    Likeness likeness = new Likeness();
    likeness.compare("", expected, actual, false);
    return likeness.differences;
  }

  private void compare(String path, JsonNode expected, JsonNode actual, boolean exact) {
    if (expected.isObject() && actual.isObject()) {
      objects(path, expected, actual);
    } else if (expected.isArray() && actual.isArray()) {
      arrays(path, expected, actual, exact);
    } else if (expected.isTextual() && actual.isTextual()) {
      check(path, blurred(expected.asText()), blurred(actual.asText()));
    } else if (expected.isNumber() && actual.isNumber() && !exact) {
      check(path, "number", "number");
    } else {
      check(path, expected.toString(), actual.toString());
    }
  }

  private void objects(String path, JsonNode expected, JsonNode actual) {
    check(path + " keys", keys(expected).toString(), keys(actual).toString());
    for (String key : keys(expected)) {
      if (actual.has(key)) {
        compare(path + "/" + key, expected.get(key), actual.get(key), EXACT_NUMBERS.contains(key));
      }
    }
  }

  private static Set<String> keys(JsonNode object) {
    Set<String> keys = new TreeSet<>();
    Iterator<String> names = object.fieldNames();
    names.forEachRemaining(keys::add);
    keys.removeAll(IGNORED);
    return keys;
  }

  private void arrays(String path, JsonNode expected, JsonNode actual, boolean exact) {
    check(path + " size", "" + expected.size(), "" + actual.size());
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      compare(path + "/" + i, expected.get(i), actual.get(i), exact);
    }
  }

  private void check(String path, String expected, String actual) {
    if (!expected.equals(actual)) {
      differences.add("%s: recorded <%s> but was <%s>".formatted(path, expected, actual));
    }
  }

  /** Without the numbers, and without the database's drawing of where an error is. */
  private static String blurred(String text) {
    return text.replaceFirst("(?s)\nLINE 1:.*", "")
        .replaceFirst("(?s)\nDETAIL:  Failing row.*", "")
        .replaceAll("\\d+", "#")
        .strip();
  }
}
