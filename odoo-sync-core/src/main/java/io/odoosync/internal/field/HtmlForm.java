package io.odoosync.internal.field;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The form that markup has in common with what Odoo makes of it: the sanitizer writes tags and
 * entities its own way, wraps bare text into a paragraph, and its editor marks the first tag.
 * Written by hand, in passes each of which looks at a character a few times at most: as regular
 * expressions, the work grew with the square of the text.
 */
final class HtmlForm {

  private static final Set<String> BLOCKS =
      Set.of("p", "div", "br", "ul", "ol", "li", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6");

  private static final int LONGEST_BLOCK = 5;

  /** What Odoo's editor marks tags with. */
  private static final List<String> EDITORS_MARKS =
      List.of("data-oe-version=", "data-last-history-steps=");

  private HtmlForm() {}

  static String of(CharSequence html) {
    String plain =
        withNormalTags(html)
            .replace("&nbsp;", " ")
            .replace('\u00a0', ' ')
            .replace("&#34;", "\"")
            .replace("&quot;", "\"")
            .replace("&#39;", "'");
    return unwrapped(closeToBlocks(singleBlanks(plain)).strip());
  }

  private static String withNormalTags(CharSequence text) {
    Markup html = new Markup(text);
    StringBuilder normal = new StringBuilder();
    int at = 0;
    while (at < html.length()) {
      int end = html.isTag(at) ? html.tagEnd(at) : -1;
      if (end < 0) {
        normal.append(html.charAt(at++));
      } else {
        appendTag(html.text(at + 1, end), normal);
        at = end + 1;
      }
    }
    return normal.toString();
  }

  private static void appendTag(String tag, StringBuilder normal) {
    int nameEnd = tag.startsWith("/") ? 1 : 0;
    while (nameEnd < tag.length() && isLetterOrDigit(tag.charAt(nameEnd))) {
      nameEnd++;
    }
    normal.append('<').append(tag.substring(0, nameEnd).toLowerCase(Locale.ROOT));
    int attributes = normal.length();
    appendAttributes(tag, nameEnd, normal);
    cutBlanks(normal, attributes);
    if (normal.length() > attributes && normal.charAt(normal.length() - 1) == '/') {
      normal.setLength(normal.length() - 1);
      cutBlanks(normal, attributes);
    }
    normal.append('>');
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static void appendAttributes(String tag, int from, StringBuilder normal) {
    int at = from;
    while (at < tag.length()) {
      char c = tag.charAt(at);
      int end = isBlank(c) ? markEnd(tag, at + 1) : -1;
      if (end < 0) {
        end = c == '"' || c == '\'' ? valueEnd(tag, at) : at + 1;
        normal.append(tag, at, end);
      }
      at = end;
    }
  }

  /** Where a mark of the editor ends that begins here; -1 if none does. */
  private static int markEnd(String tag, int at) {
    for (String mark : EDITORS_MARKS) {
      int value = at + mark.length();
      if (tag.startsWith(mark, at)
          && value < tag.length()
          && "\"'".indexOf(tag.charAt(value)) >= 0) {
        return valueEnd(tag, value);
      }
    }
    return -1;
  }

  private static int valueEnd(String tag, int quote) {
    int end = tag.indexOf(tag.charAt(quote), quote + 1);
    return end < 0 ? tag.length() : end + 1;
  }

  private static void cutBlanks(StringBuilder text, int from) {
    while (text.length() > from && isBlank(text.charAt(text.length() - 1))) {
      text.setLength(text.length() - 1);
    }
  }

  /** Blanks, tabulators and line ends. */
  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static String singleBlanks(String text) {
    StringBuilder single = new StringBuilder(text.length());
    boolean after = false;
    for (int i = 0; i < text.length(); i++) {
      boolean blank = isBlank(text.charAt(i));
      if (!blank) {
        single.append(text.charAt(i));
      } else if (!after) {
        single.append(' ');
      }
      after = blank;
    }
    return single.toString();
  }

  /** A blank beside the tag of a block is nothing. */
  static String closeToBlocks(CharSequence text) {
    Markup html = new Markup(text);
    StringBuilder close = new StringBuilder(text.length());
    int at = 0;
    while (at < html.length()) {
      int end = html.charAt(at) == '<' ? blockEnd(html, at) : 0;
      if (end == 0) {
        close.append(html.charAt(at++));
      } else {
        cutBlanks(close, Math.max(0, close.length() - 1));
        close.append(html.text(at, end));
        at = html.startsWith(" ", end) ? end + 1 : end;
      }
    }
    return close.toString();
  }

  /** The end of a block's tag; 0 if it is none. */
  private static int blockEnd(Markup html, int at) {
    int from = html.startsWith("/", at + 1) ? at + 2 : at + 1;
    int to = from;
    while (to < html.length() && to - from < LONGEST_BLOCK && isLetterOrDigit(html.charAt(to))) {
      to++;
    }
    boolean ends = html.startsWith(">", to) || html.startsWith(" ", to);
    return ends && BLOCKS.contains(html.text(from, to)) ? html.indexOf(">", to) + 1 : 0;
  }

  private static String unwrapped(String html) {
    boolean single = html.startsWith("<p>") && html.endsWith("</p>") && html.indexOf("<p", 1) < 0;
    return single ? html.substring(3, html.length() - 4).strip() : html;
  }
}
