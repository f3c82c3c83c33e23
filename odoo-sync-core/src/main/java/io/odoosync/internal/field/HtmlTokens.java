package io.odoosync.internal.field;

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

  static final Pattern ATTRIBUTE =
      Pattern.compile("([^\\s\"'>/=]++)(?:\\s*+=\\s*+(\"[^\"]*+\"|'[^']*+'|[^\\s\"'>]++))?+");

  private final Markup html;
  private final Reader reader;
  private int at;

  private HtmlTokens(Markup html, Reader reader) {
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

  static void read(CharSequence html, Reader reader) {
    HtmlTokens tokens = new HtmlTokens(new Markup(html), reader);
    while (tokens.at < html.length()) {
      tokens.next();
    }
  }

  private void next() {
    if (html.charAt(at) == '<') {
      markup();
    } else {
      text(html.indexOf("<", at));
    }
  }

  private void text(int end) {
    int to = end < 0 ? html.length() : end;
    reader.text(Entities.resolved(html.text(at, to)));
    at = to;
  }

  private void markup() {
    if (html.startsWith("<!--", at)) {
      skip("-->");
    } else if (html.startsWith("<!", at) || html.startsWith("<?", at)) {
      skip(">");
    } else if (html.isTag(at)) {
      tag();
    } else {
      text(at + 1);
    }
  }

  private void skip(String ending) {
    int end = html.indexOf(ending, at);
    if (end < 0) {
      text(at + 1);
    } else {
      at = end + ending.length();
    }
  }

  private void tag() {
    int end = html.tagEnd(at);
    if (end < 0) {
      text(at + 1);
      return;
    }
    boolean closes = html.charAt(at + 1) == '/';
    int nameFrom = closes ? at + 2 : at + 1;
    int nameTo = nameEnd(nameFrom);
    String name = html.text(nameFrom, nameTo).toLowerCase(Locale.ROOT);
    at = end + 1;
    if (closes) {
      reader.close(name);
    } else if (UNSEEN.contains(name)) {
      skipElement(name);
    } else {
      reader.open(new Tag(name, html.text(nameTo, end)));
    }
  }

  private int nameEnd(int from) {
    int to = from;
    while (Character.isLetterOrDigit(html.charAt(to)) || ":-".indexOf(html.charAt(to)) >= 0) {
      to++;
    }
    return to;
  }

  private void skipElement(String name) {
    int end = html.indexOf("</", at);
    while (end >= 0 && !html.startsWithIgnoringCase(name, end + 2)) {
      end = html.indexOf("</", end + 2);
    }
    at = end < 0 ? html.length() : end;
  }
}
