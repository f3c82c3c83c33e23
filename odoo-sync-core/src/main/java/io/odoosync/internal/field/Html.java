package io.odoosync.internal.field;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Plain text as html: what comes from the host is data, never markup. And back, as far as plain
 * text can hold what people wrote in Odoo's editor.
 */
public final class Html {

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
    return Blanks.isBlank(text(html)) && !hasEmbedded(html);
  }

  private static boolean hasEmbedded(CharSequence html) {
    Set<String> names = new HashSet<>();
    HtmlTokens.read(
        html,
        new HtmlTokens.Reader() {
          @Override
          public void text(String text) {}

          @Override
          public void open(HtmlTokens.Tag tag) {
            names.add(tag.name());
          }

          @Override
          public void close(String name) {}
        });
    return EMBEDDED.stream().anyMatch(names::contains);
  }

  /** The form that markup has in common with what Odoo makes of it; see {@link HtmlForm}. */
  static String comparable(String html) {
    return HtmlForm.of(html);
  }
}
