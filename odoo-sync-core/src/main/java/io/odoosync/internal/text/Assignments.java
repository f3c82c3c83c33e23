package io.odoosync.internal.text;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the values of what is named like a secret: {@code password=…}, {@code "api_key": "…"},
 * {@code Authorization: Bearer …}. Goes once over a text.
 */
final class Assignments {

  private static final Set<String> NAMES =
      Set.of(
          "password",
          "passwd",
          "pwd",
          "passphrase",
          "passcode",
          "secret",
          "token",
          "apikey",
          "accesskey",
          "privatekey",
          "secretkey",
          "credential",
          "credentials",
          "authorization",
          "cookie",
          "sessionid");

  private static final Set<String> WHOLE_NAMES = Set.of("pass", "pw", "auth");

  /** What may come before a token. */
  private static final Set<String> SCHEMES = Set.of("basic", "bearer", "token", "digest");

  private static final int LONGEST_NAME = 60;
  private static final int SHORTEST_TOKEN = 8;
  private static final String QUOTES = "\"'`";

  private final Reading reading;
  private final String text;
  private final Consumer<Reading.Span> found;

  private Assignments(Reading reading, Consumer<Reading.Span> found) {
    this.reading = reading;
    this.text = reading.text();
    this.found = found;
  }

  static void find(Reading reading, Consumer<Reading.Span> found) {
    Assignments assignments = new Assignments(reading, found);
    assignments.findAssigned();
    assignments.findTokens();
  }

  private void findAssigned() {
    int at = 0;
    while (at < text.length()) {
      char mark = text.charAt(at);
      boolean assigns = (mark == '=' || mark == ':') && isSecret(name(at));
      at = assigns ? hide(at + 1) : at + 1;
    }
  }

  /** The word before a mark, in lower case and without what joins its parts. */
  private String name(int mark) {
    int end = mark;
    while (end > 0 && mark - end < 3 && (" " + QUOTES + "\\").indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = end;
    while (start > 0 && end - start < LONGEST_NAME && isName(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end).toLowerCase(Locale.ROOT).replaceAll("[_. -]", "");
  }

  private static boolean isName(char character) {
    return isPlain(character) || "_. -".indexOf(character) >= 0;
  }

  private static boolean isPlain(char character) {
    return character < 0x80 && Character.isLetterOrDigit(character);
  }

  private static boolean isSecret(String name) {
    return WHOLE_NAMES.contains(name) || NAMES.stream().anyMatch(name::endsWith);
  }

  /** Hides the value that begins there, and says where it ends. */
  private int hide(int at) {
    int start = afterBlanks(at);
    int end = value(start);
    if (SCHEMES.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
      end = value(afterBlanks(end));
    }
    if (start < end) {
      found.accept(reading.origin(start, end));
    }
    return Math.max(at, end);
  }

  private int afterBlanks(int at) {
    int start = at;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    int quote = start < text.length() && text.charAt(start) == '\\' ? start + 1 : start;
    return quote < text.length() && QUOTES.indexOf(text.charAt(quote)) >= 0 ? quote + 1 : start;
  }

  /** Up to the quotation mark that closes it; without one, up to a blank. */
  private int value(int start) {
    return start > 0 && QUOTES.indexOf(text.charAt(start - 1)) >= 0 ? quoted(start) : plain(start);
  }

  private int quoted(int start) {
    boolean escaped = start > 1 && text.charAt(start - 2) == '\\';
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n') {
      boolean closes = text.charAt(end) == text.charAt(start - 1);
      if (closes && (escaped || text.charAt(end - 1) != '\\')) {
        return end;
      }
      end++;
    }
    return end;
  }

  private int plain(int start) {
    int end = start;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && (QUOTES + "<>").indexOf(text.charAt(end)) < 0) {
      end++;
    }
    while (end > start && ",;.)}]".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  /** A token may follow its scheme alone: {@code Bearer …}. */
  private void findTokens() {
    for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
      if (endsWith("bearer", at) || endsWith("basic", at)) {
        int end = token(at + 1);
        if (isToken(at + 1, end)) {
          found.accept(reading.origin(at + 1, end));
        }
      }
    }
  }

  private boolean endsWith(String scheme, int end) {
    int start = end - scheme.length();
    return text.regionMatches(true, start, scheme, 0, scheme.length())
        && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)));
  }

  private int token(int start) {
    int end = start;
    while (end < text.length() && isOfToken(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOfToken(char character) {
    return isPlain(character) || "._~+/=-".indexOf(character) >= 0;
  }

  /** Unlike a word of a sentence. */
  private boolean isToken(int start, int end) {
    return end - start >= SHORTEST_TOKEN
        && text.substring(start, end)
            .chars()
            .anyMatch(c -> c == '=' || Character.isDigit(c) || Character.isUpperCase(c));
  }
}
