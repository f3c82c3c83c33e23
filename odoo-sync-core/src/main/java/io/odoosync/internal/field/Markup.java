package io.odoosync.internal.field;

import java.util.HashSet;
import java.util.Set;

/**
 * A text with tags that is scanned from its beginning to its end. Whatever is in it, the work grows
 * with its length and not faster: what was looked for in vain is not looked for again.
 */
final class Markup {

  private final CharSequence html;
  private final Set<String> absent = new HashSet<>();
  private boolean quotesEnd = true;

  Markup(CharSequence html) {
    this.html = html;
  }

  int length() {
    return html.length();
  }

  char charAt(int index) {
    return html.charAt(index);
  }

  String text(int from, int to) {
    return html.subSequence(from, to).toString();
  }

  boolean startsWith(String wanted, int at) {
    return matches(wanted, at, false);
  }

  boolean startsWithIgnoringCase(String wanted, int at) {
    return matches(wanted, at, true);
  }

  private boolean matches(String wanted, int at, boolean ignoringCase) {
    if (wanted.length() > html.length() - at) {
      return false;
    }
    for (int i = 0; i < wanted.length(); i++) {
      char c = html.charAt(at + i);
      if ((ignoringCase ? Character.toLowerCase(c) : c) != wanted.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Where this is next, -1 if it is not. What is not there once is not looked for again. */
  int indexOf(String wanted, int from) {
    if (!absent.contains(wanted)) {
      for (int i = from; i <= html.length() - wanted.length(); i++) {
        if (startsWith(wanted, i)) {
          return i;
        }
      }
      absent.add(wanted);
    }
    return -1;
  }

  /** Whether a tag seems to begin here, one that opens or one that closes. */
  boolean isTag(int at) {
    return charAt(at) == '<' && (isLetter(at + 1) || (startsWith("</", at) && isLetter(at + 2)));
  }

  private boolean isLetter(int index) {
    return index < html.length() && isLetter(html.charAt(index));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /**
   * The end of a tag whose attributes may hold the character that ends it; -1 if there is none.
   * Tags are asked for in their order.
   */
  int tagEnd(int at) {
    int end = quotesEnd ? endOutsideQuotes(at) : -1;
    return end < 0 ? indexOf(">", at) : end;
  }

  /** Once quotes were found to have no end, none is looked for any more. */
  private int endOutsideQuotes(int at) {
    char quote = 0;
    for (int i = at; i < html.length(); i++) {
      char c = html.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return i;
      } else if (c == '"' || c == '\'') {
        quote = c;
      }
    }
    quotesEnd = false;
    return -1;
  }
}
