package io.odoosync.internal.field;

import java.util.Locale;
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

  private static final Set<String> EMBEDDED = Set.of("img", "iframe", "video", "object", "svg");

  private static final Pattern EMPTY_LINES = Pattern.compile("\n{2,}");

  private Html() {}

  /**
   * One paragraph a block of lines, line breaks within; of more than one empty line, each further
   * one is an empty paragraph. {@link #text} gives the same text back.
   */
  public static String paragraphs(String text) {
    String lines = escape(text.strip().lines().collect(Collectors.joining("\n")));
    String body =
        EMPTY_LINES
            .matcher(lines)
            .replaceAll(gap -> "</p>" + "<p><br></p>".repeat(gap.group().length() - 2) + "<p>")
            .replace("\n", "<br>");
    return "<p>" + body + "</p>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The text that a reader sees, with the addresses of its links; see {@link HtmlText}. */
  public static String text(String html) {
    return HtmlText.of(html);
  }

  private static String name(MatchResult tag) {
    return tag.group(2).toLowerCase(Locale.ROOT);
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
    return Blanks.isBlank(text(html))
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
