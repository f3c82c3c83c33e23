package io.odoosync.testkit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares the answer of a session with the recorded one: ids by what they stand for, all other
 * values as they are.
 */
final class AnswerLikeness {
  private static final Set<String> IGNORED = Set.of("debug", "jsonrpc", "timestamp");
  private static final Pattern EXTERNAL_ID =
      Pattern.compile("found record of different model [a-z.]+ \\((\\d+)\\)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final KnownIds ids;
  private final KnownTexts texts;
  private final Map<String, String> modelsByPath = new HashMap<>();
  private final List<String> differences = new ArrayList<>();

  private AnswerLikeness(KnownIds ids, KnownTexts texts, List<IdPlace> places) {
    this.ids = ids;
    this.texts = texts;
    places.forEach(place -> modelsByPath.put(place.path(), place.model()));
  }

  static List<String> differences(
      KnownIds ids, KnownTexts texts, List<IdPlace> places, JsonNode expected, JsonNode actual) {
    AnswerLikeness likeness = new AnswerLikeness(ids, texts, places);
    likeness.compare("", expected, actual);
    return likeness.differences;
  }

  private void compare(String path, JsonNode expected, JsonNode actual) {
    if (expected.isObject() && actual.isObject()) {
      objects(path, expected, actual);
    } else if (expected.isArray() && actual.isArray()) {
      arrays(path, expected, actual);
    } else if (expected.isNumber() && actual.isNumber()) {
      numbers(path, expected, actual);
    } else if (expected.isTextual()) {
      text(path, expected.asText(), actual.asText());
    } else {
      check(path, expected.equals(actual), expected, actual);
    }
  }

  private void objects(String path, JsonNode expected, JsonNode actual) {
    check(path + " keys", keys(expected).equals(keys(actual)), keys(expected), keys(actual));
    for (String key : keys(expected)) {
      if (actual.has(key)) {
        compare(path + "/" + key, expected.get(key), actual.get(key));
      }
    }
  }

  private static Set<String> keys(JsonNode object) {
    Set<String> keys = new TreeSet<>();
    object.fieldNames().forEachRemaining(keys::add);
    keys.removeAll(IGNORED);
    return keys;
  }

  private void arrays(String path, JsonNode expected, JsonNode actual) {
    check(path + " size", expected.size() == actual.size(), expected, actual);
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      compare(path + "/" + i, expected.get(i), actual.get(i));
    }
  }

  private void numbers(String path, JsonNode expected, JsonNode actual) {
    String model = modelsByPath.get(path);
    boolean same =
        model == null
            ? alike(path, expected.decimalValue(), actual.decimalValue())
            : ids.same(model, expected.asLong(), actual.asLong());
    check(path, same, expected, actual);
  }

  /** Between won and lost, a lead's chances are what the server learnt from other leads. */
  private static boolean alike(String path, BigDecimal expected, BigDecimal actual) {
    return path.endsWith("/probability")
        ? isOpen(expected) == isOpen(actual) && (isOpen(expected) || equal(expected, actual))
        : equal(expected, actual);
  }

  private static boolean equal(BigDecimal expected, BigDecimal actual) {
    return expected.compareTo(actual) == 0;
  }

  private static boolean isOpen(BigDecimal probability) {
    return probability.signum() > 0 && probability.compareTo(BigDecimal.valueOf(100)) < 0;
  }

  private void text(String path, String expected, String actual) {
    check(path, sameText(expected, actual), expected, actual);
  }

  private boolean sameText(String expected, String actual) {
    if (expected.equals("[sha1 of the stored bytes]")) {
      return actual.matches("[0-9a-f]{40}");
    }
    if (expected.equals("[trimmed]")) {
      return true;
    }
    if (isPage(expected)) {
      return isPage(actual);
    }
    if (KnownTexts.isMoment(expected)) {
      return texts.sameMoment(expected, actual);
    }
    String ours = stripped(actual);
    learnEntry(expected, actual);
    return sameWords(texts.actual(texts.withEntriesOf(stripped(expected), ours)), ours);
  }

  /** Nobody reads the text of an HTML page. */
  private static boolean isPage(String text) {
    return text.toLowerCase(Locale.ROOT).startsWith("<!doctype html");
  }

  /** Without the database's drawing of where an error is, and without where the database is. */
  private static String stripped(String text) {
    return text.replaceFirst("(?s)\nLINE 1:.*", "")
        .replaceFirst("(?s)\nDETAIL:  Failing row.*", "")
        .replaceFirst("\", port \\d+ failed", "\", port failed")
        .strip();
  }

  /** Only this message tells the id of an external id's own record. */
  private void learnEntry(String expected, String actual) {
    Matcher theirs = EXTERNAL_ID.matcher(expected);
    Matcher ours = EXTERNAL_ID.matcher(actual);
    if (theirs.find() && ours.find()) {
      ids.same("ir.model.data", Long.parseLong(theirs.group(1)), Long.parseLong(ours.group(1)));
    }
  }

  private boolean sameWords(String expected, String actual) {
    if (expected.equals(actual)) {
      return true;
    }
    if (!blurred(expected).equals(blurred(actual))) {
      return false;
    }
    Matcher theirs = NUMBER.matcher(expected);
    Matcher ours = NUMBER.matcher(actual);
    boolean same = true;
    while (same && theirs.find() && ours.find()) {
      same = theirs.group().equals(ours.group()) || sameNumber(theirs.group(), ours.group());
    }
    return same;
  }

  private boolean sameNumber(String expected, String actual) {
    return expected.length() < 12
        && actual.length() < 12
        && ids.sameInText(Long.parseLong(expected), Long.parseLong(actual));
  }

  private static String blurred(String text) {
    return NUMBER.matcher(text).replaceAll("#");
  }

  private void check(String path, boolean same, Object expected, Object actual) {
    if (!same) {
      differences.add("%s: recorded <%s> but was <%s>".formatted(path, expected, actual));
    }
  }
}
