package io.odoosync.internal.field;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes markup apart into texts and tags, in one pass: what Odoo's users wrote is outside text, so
 * the work must not grow faster than it. Comments, scripts and styles are left out; what only looks
 * like markup is text.
 */
final class HtmlTokens {

  private static final Set<String> UNSEEN = Set.of("script", "style", "title");

  private static final Pattern ATTRIBUTE =
      Pattern.compile("([^\\s\"'>/=]++)(?:\\s*+=\\s*+(\"[^\"]*+\"|'[^']*+'|[^\\s\"'>]++))?+");

  private final String html;
  private final Reader reader;
  private final Set<String> absent = new HashSet<>();
  private int at;
  private boolean quotesEnd = true;

  private HtmlTokens(String html, Reader reader) {
    this.html = html;
    this.reader = reader;
  }

  /** Is told of the tokens in their order. */
  interface Reader {

    /** A text between tags, or a part of it; its entities are characters by now. */
    void text(String text);

    void open(Tag tag);

    void close(String name);
  }

  /**
   * A tag that opens an element, or is all of it.
   *
   * @param name in small letters
   */
  record Tag(String name, String attributes) {

    /** The value of an attribute, empty if it has none. */
    Optional<String> attribute(String wanted) {
      Matcher attribute = ATTRIBUTE.matcher(attributes);
      while (attribute.find()) {
        if (attribute.group(1).equalsIgnoreCase(wanted)) {
          String value = attribute.group(2);
          return Optional.of(value == null ? "" : Entities.resolved(unquoted(value)).strip());
        }
      }
      return Optional.empty();
    }

    private static String unquoted(String value) {
      boolean quoted = value.startsWith("\"") || value.startsWith("'");
      return quoted ? value.substring(1, value.length() - 1) : value;
    }
  }

  static void read(String html, Reader reader) {
    HtmlTokens tokens = new HtmlTokens(html, reader);
    while (tokens.at < html.length()) {
      tokens.next();
    }
  }

  private void next() {
    if (html.charAt(at) == '<') {
      markup();
    } else {
      text(indexOf("<", at));
    }
  }

  private void text(int end) {
    int to = end < 0 ? html.length() : end;
    reader.text(Entities.resolved(html.substring(at, to)));
    at = to;
  }

  private void markup() {
    if (html.startsWith("<!--", at)) {
      skip("-->");
    } else if (html.startsWith("<!", at) || html.startsWith("<?", at)) {
      skip(">");
    } else if (isLetter(at + 1) || (html.startsWith("</", at) && isLetter(at + 2))) {
      tag();
    } else {
      text(at + 1);
    }
  }

  private boolean isLetter(int index) {
    return index < html.length() && isLetter(html.charAt(index));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private void skip(String ending) {
    int end = indexOf(ending, at);
    if (end < 0) {
      text(at + 1);
    } else {
      at = end + ending.length();
    }
  }

  private void tag() {
    int end = tagEnd();
    if (end < 0) {
      text(at + 1);
      return;
    }
    boolean closes = html.charAt(at + 1) == '/';
    int nameFrom = closes ? at + 2 : at + 1;
    int nameTo = nameEnd(nameFrom);
    String name = html.substring(nameFrom, nameTo).toLowerCase(Locale.ROOT);
    at = end + 1;
    if (closes) {
      reader.close(name);
    } else if (UNSEEN.contains(name)) {
      skipElement(name);
    } else {
      reader.open(new Tag(name, html.substring(nameTo, end)));
    }
  }

  private int nameEnd(int from) {
    int to = from;
    while (Character.isLetterOrDigit(html.charAt(to)) || ":-".indexOf(html.charAt(to)) >= 0) {
      to++;
    }
    return to;
  }

  /** The end of a tag whose attributes may hold the character that ends it. */
  private int tagEnd() {
    int end = quotesEnd ? endOutsideQuotes() : -1;
    return end < 0 ? indexOf(">", at) : end;
  }

  /** Once quotes were found to have no end, none is looked for any more. */
  private int endOutsideQuotes() {
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

  private void skipElement(String name) {
    int end = indexOf("</", at);
    while (end >= 0 && !html.regionMatches(true, end + 2, name, 0, name.length())) {
      end = indexOf("</", end + 2);
    }
    at = end < 0 ? html.length() : end;
  }

  /** What is not there once is not looked for again. */
  private int indexOf(String wanted, int from) {
    int index = absent.contains(wanted) ? -1 : html.indexOf(wanted, from);
    if (index < 0) {
      absent.add(wanted);
    }
    return index;
  }
}
