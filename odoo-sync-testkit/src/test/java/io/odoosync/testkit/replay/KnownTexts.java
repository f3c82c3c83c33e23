package io.odoosync.testkit.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which text of the in-process Odoo stands for which recorded one: moments, which depend on the
 * clock, and numbers of entries, which depend on how many there were before.
 */
final class KnownTexts {
  private static final Pattern MOMENT =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)([ T])(\\d\\d:\\d\\d:\\d\\d)");
  private static final Pattern ENTRY = Pattern.compile("\\b[A-Z][A-Z0-9]*/\\d{4}/(\\d{2}/)?\\d{4,}");

  private final Map<String, String> moments = new HashMap<>();
  private final Map<String, String> entries = new HashMap<>();
  private String earliest;

  /** The clock of the in-process Odoo stands at this moment, on the day of the recordings. */
  KnownTexts(String now) {
    this.earliest = now;
  }

  /** From here on, a moment that no answer named before is not before this one. */
  void later(String now) {
    earliest = now;
  }

  /** A text to send, with the moments that the in-process Odoo answered in place of the recorded. */
  String actual(String text) {
    return MOMENT
        .matcher(text)
        .replaceAll(
            found -> {
              String moment = found.group(1) + " " + found.group(3);
              return moments
                  .getOrDefault(moment, moment)
                  .replace(" ", Matcher.quoteReplacement(found.group(2)));
            });
  }

  static boolean isMoment(String text) {
    return MOMENT.matcher(text).matches();
  }

  boolean sameMoment(String recorded, String actual) {
    if (recorded.equals(actual)) {
      return true;
    }
    String known = moments.get(recorded);
    if (known == null && isOfClock(actual) && day(actual).equals(day(recorded))) {
      moments.put(recorded, actual);
      return true;
    }
    return actual.equals(known);
  }

  private boolean isOfClock(String text) {
    return isMoment(text) && text.compareTo(earliest) >= 0;
  }

  private static String day(String moment) {
    return moment.substring(0, 10);
  }

  /** A recorded text with the numbers of the in-process Odoo's entries, as far as {@code actual}. */
  String withEntriesOf(String recorded, String actual) {
    Matcher theirs = ENTRY.matcher(recorded);
    Matcher ours = ENTRY.matcher(actual);
    while (theirs.find() && ours.find()) {
      if (sameBook(theirs.group(), ours.group()) && !entries.containsValue(ours.group())) {
        entries.putIfAbsent(theirs.group(), ours.group());
      }
    }
    return ENTRY
        .matcher(recorded)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(entries.getOrDefault(found.group(), found.group())));
  }

  private static boolean sameBook(String recorded, String actual) {
    return book(recorded).equals(book(actual));
  }

  private static String book(String entry) {
    return entry.substring(0, entry.lastIndexOf('/'));
  }
}
