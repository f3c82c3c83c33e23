package io.odoosync.plan;

import java.util.stream.Collectors;

/** Plain text as html: what comes from the host is data, never markup. */
final class Html {

  private Html() {}

  /** One paragraph a block of lines, line breaks within. */
  static String paragraphs(String text) {
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
}
