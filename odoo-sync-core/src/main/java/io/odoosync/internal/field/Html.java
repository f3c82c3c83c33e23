package io.odoosync.internal.field;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Plain text as html: what comes from the host is data, never markup. And back, as far as plain
 * text can hold what people wrote in Odoo's editor.
 */
public final class Html {

  /** A tag; its attributes may hold the character that ends it. */
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>");

  private static final Pattern ENTITY = Pattern.compile("&(#[xX]?[0-9a-fA-F]{1,6}|[a-z]{2,4});");

  private static final Map<String, String> ENTITIES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0");

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "table",
          "blockquote",
          "pre",
          "section",
          "header",
          "footer",
          "article",
          "hr");

  private static final Set<String> LINES = Set.of("br", "li", "tr");

  private static final Set<String> EMBEDDED = Set.of("img", "iframe", "video", "object", "svg");

  /** Stands for a line break of the source, which a reader sees as a blank or not at all. */
  private static final String SOURCE_BREAK = "\r";

  private Html() {}

  /** One paragraph a block of lines, line breaks within. */
  public static String paragraphs(String text) {
    return text.strip()
        .lines()
        .collect(Collectors.joining("\n"))
        .transform(Html::escape)
        .replaceAll("\n{2,}", "</p><p>")
        .replace("\n", "<br>")
        .transform(body -> "<p>" + body + "</p>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The text that a reader sees, its paragraphs apart by an empty line; without pictures. */
  public static String text(String html) {
    String marked =
        TAG.matcher(html.replaceAll("[ \t]*[\r\n]+[ \t]*", SOURCE_BREAK))
            .replaceAll(tag -> Matcher.quoteReplacement(lineBreaks(tag)))
            .replaceAll(SOURCE_BREAK + "+(?=\n)|(?<=\n)" + SOURCE_BREAK + "+", "")
            .replaceAll(SOURCE_BREAK + "+", " ");
    return unescape(marked).replaceAll("\n{3,}", "\n\n").strip();
  }

  private static String lineBreaks(MatchResult tag) {
    String name = name(tag);
    if (BLOCKS.contains(name)) {
      return "\n\n";
    }
    boolean opens = tag.group(1).isEmpty();
    return opens && LINES.contains(name) ? "\n" : "";
  }

  private static String name(MatchResult tag) {
    return tag.group(2).toLowerCase(Locale.ROOT);
  }

  private static String unescape(String text) {
    return ENTITY
        .matcher(text)
        .replaceAll(entity -> Matcher.quoteReplacement(character(entity.group(1), entity.group())));
  }

  private static String character(String name, String entity) {
    if (!name.startsWith("#")) {
      return ENTITIES.getOrDefault(name, entity);
    }
    boolean hexadecimal = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    try {
      int code = Integer.parseInt(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
      return Character.isValidCodePoint(code) ? Character.toString(code) : entity;
    } catch (NumberFormatException e) {
      return entity;
    }
  }

  /** Whether the text is within tags. */
  public static boolean isMarkup(String text) {
    return text.startsWith("<") && text.endsWith(">");
  }

  /** Whether the html is nothing but paragraphs and line breaks, as {@link #paragraphs} makes. */
  public static boolean isParagraphs(String html) {
    return isMarkup(html) && comparable(paragraphs(text(html))).equals(comparable(html));
  }

  /** Whether a reader sees nothing, as in what Odoo's editor leaves when all is deleted. */
  static boolean isEmpty(String html) {
    return text(html).replace('\u00a0', ' ').isBlank()
        && TAG.matcher(html).results().noneMatch(tag -> EMBEDDED.contains(name(tag)));
  }

  /**
   * The form that markup has in common with what Odoo makes of it: the sanitizer writes tags and
   * entities its own way, wraps bare text into a paragraph, and its editor marks the first tag.
   */
  static String comparable(String html) {
    String plain =
        TAG.matcher(html)
            .replaceAll(tag -> Matcher.quoteReplacement(normal(tag)))
            .replace("&nbsp;", " ")
            .replace('\u00a0', ' ')
            .replace("&#34;", "\"")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replaceAll("\\s+", " ")
            .replaceAll(" ?(</?(?:p|div|br|ul|ol|li|table|tr|h[1-6])(?: [^>]*)?>) ?", "$1")
            .strip();
    return unwrapped(plain);
  }

  private static String normal(MatchResult tag) {
    String attributes =
        tag.group(3)
            .replaceAll("\\sdata-(?:oe-version|last-history-steps)=(?:\"[^\"]*\"|'[^']*')", "")
            .replaceAll("\\s*/?\\s*$", "");
    return "<" + tag.group(1) + name(tag) + attributes + ">";
  }

  private static String unwrapped(String html) {
    boolean single = html.startsWith("<p>") && html.endsWith("</p>") && html.indexOf("<p", 1) < 0;
    return single ? html.substring(3, html.length() - 4).strip() : html;
  }
}
