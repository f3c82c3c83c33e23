package io.odoosync.internal.html;

import io.odoosync.internal.text.VisibleText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of a page, well-formed as XML too. A string becomes a piece by {@link #text} alone, which
 * escapes it: there is no other way.
 */
public final class Html {

  /** An empty piece. */
  public static final Html NOTHING = new Html("");

  private final String markup;

  private Html(String markup) {
    this.markup = markup;
  }

  static Html markup(String markup) {
    return new Html(markup);
  }

  /** A text as it is to be read: nothing in it is markup, and nothing hides. */
  public static Html text(String text) {
    return new Html(escaped(text));
  }

  /** A text of others, whose direction of reading does not reach what is around it. */
  public static Html foreign(String text) {
    return Tag.of("bdi").text(text);
  }

  /** A text of others that may be long. */
  public static Html foreign(String text, int most) {
    return text.length() <= most
        ? foreign(text)
        : all(
            foreign(text.substring(0, text.offsetByCodePoints(0, points(text, most)))),
            text(" … (" + Numbers.of(text.length()) + " characters)"));
  }

  private static int points(String text, int units) {
    return text.codePointCount(0, units);
  }

  /** Pieces after each other. */
  public static Html all(Html... pieces) {
    return all(Arrays.asList(pieces));
  }

  /** Pieces after each other. */
  public static Html all(List<Html> pieces) {
    return new Html(pieces.stream().map(Html::toString).collect(Collectors.joining()));
  }

  static String escaped(String text) {
    return VisibleText.of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Whether there is nothing in it. */
  public boolean isNothing() {
    return markup.isEmpty();
  }

  /** The markup. */
  @Override
  public String toString() {
    return markup;
  }
}
