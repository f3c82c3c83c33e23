package io.odoosync.internal.text;

import java.util.Locale;

/**
 * Texts of others on one line, in which nothing hides: line ends, escape sequences, marks that turn
 * the direction of reading and characters without width are shown as {@code \n} or {@code \u202e}.
 * For reading, not for reading back: a backslash stays as it is.
 */
public final class VisibleText {

  /** Characters without width that Unicode does not count among the formatting ones. */
  private static final String HIDING =
      "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u3164\uffa0";

  private VisibleText() {}

  /** The same text if there is nothing to show in it. */
  public static String of(String text) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (hides(text.codePointAt(at))) {
        return escaped(text);
      }
    }
    return text;
  }

  private static String escaped(String text) {
    StringBuilder shown = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> append(shown, point));
    return shown.toString();
  }

  private static void append(StringBuilder shown, int point) {
    if (!hides(point)) {
      shown.appendCodePoint(point);
      return;
    }
    switch (point) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      default -> {
        for (char unit : Character.toChars(point)) {
          shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
      }
    }
  }

  private static boolean hides(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> HIDING.indexOf(point) >= 0;
    };
  }
}
