package io.odoosync.internal.text;

import java.util.function.Consumer;

/**
 * Finds what must not be shown of addresses: who logs in, and what comes after the path. Goes once
 * over a text.
 */
final class Addresses {

  private static final String JDBC = "jdbc:";
  private static final String AUTHORITY = "://";
  private static final String QUOTES = "\"'`";
  private static final int LONGEST_SCHEME = 40;

  private final Reading reading;
  private final String text;
  private final Consumer<Reading.Span> found;

  private Addresses(Reading reading, Consumer<Reading.Span> found) {
    this.reading = reading;
    this.text = reading.text();
    this.found = found;
  }

  static void find(Reading reading, Consumer<Reading.Span> found) {
    new Addresses(reading, found).find();
  }

  private void find() {
    int at = text.indexOf(':');
    while (at >= 0) {
      int start = at - JDBC.length() + 1;
      int next = at + 1;
      if (start >= 0 && text.regionMatches(true, start, JDBC, 0, JDBC.length())) {
        int end = end(start);
        jdbc(next, end);
        next = Math.max(next, end);
      } else if (text.startsWith(AUTHORITY, at)) {
        int end = end(scheme(at));
        login(at + AUTHORITY.length(), end, "/?#");
        next = Math.max(next, end);
      }
      at = text.indexOf(':', next);
    }
  }

  private int scheme(int colon) {
    int start = colon;
    while (start > 0 && colon - start < LONGEST_SCHEME && isScheme(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isScheme(char character) {
    return (character < 0x80 && Character.isLetterOrDigit(character))
        || "+.-".indexOf(character) >= 0;
  }

  /** Up to a blank, or to the closing quotation mark of the line if it follows an opening one. */
  private int end(int start) {
    char opening = start == 0 ? ' ' : text.charAt(start - 1);
    int closing = start;
    while (QUOTES.indexOf(opening) >= 0
        && closing < text.length()
        && text.charAt(closing) != '\n') {
      if (text.charAt(closing) == opening) {
        return closing;
      }
      closing++;
    }
    int end = start;
    while (end < text.length() && !isBlank(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isBlank(char character) {
    return Character.isWhitespace(character) || Character.isISOControl(character);
  }

  /**
   * Each product has a form of its own: {@code //user:password@host/x?…}, {@code
   * thin:user/password@host}, {@code mem:x;…}.
   */
  private void jdbc(int from, int end) {
    int product = first(":", from, end);
    int slashes = first("/", from, first("@", from, end));
    if (slashes < end && text.startsWith("//", slashes)) {
      login(slashes + 2, end, "/?#;");
    } else {
      int tail = first("?;", from, end);
      hide(product < tail ? product + 1 : from, last(from, tail));
      hide(tail + 1, end);
    }
  }

  /** A password with a slash or the like in it looks like a port and a path. */
  private void login(int from, int end, String ends) {
    int path = first(ends, from, end);
    int login = last(from, path);
    if (login < 0 && !isPort(first(":", from, path) + 1, path)) {
      login = last(from, end);
    }
    hide(from, login);
    hide(first(ends.replace("/", ""), Math.max(from, login), end) + 1, end);
  }

  private boolean isPort(int from, int end) {
    for (int i = from; i < end; i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private int first(String marks, int from, int end) {
    for (int i = from; i < end; i++) {
      if (marks.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return end;
  }

  private int last(int from, int end) {
    for (int i = end - 1; i >= from; i--) {
      if (text.charAt(i) == '@') {
        return i;
      }
    }
    return -1;
  }

  private void hide(int from, int end) {
    if (from < end) {
      found.accept(reading.origin(from, end));
    }
  }
}
