package io.odoosync.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Texts that cost more than others where work is not linear. */
public final class NastyTexts {

  private static final int LONG = 1_000_000;
  private static final int SHORT = 20_000;

  private final int length;

  private NastyTexts(int length) {
    this.length = length;
  }

  /** Of a million characters, each with its name. */
  public static Stream<Arguments> ofAMillion() {
    return new NastyTexts(LONG).all();
  }

  /** Of some thousand characters: enough to tell what grows with their square. */
  public static Stream<Arguments> ofThousands() {
    return new NastyTexts(SHORT).all();
  }

  private Stream<Arguments> all() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("blanks", "<p>a" + of(" ") + "b</p>");
    texts.put("blanks without end", "a" + of(" ") + "b");
    texts.put("no-break blanks", "<p>a" + of("\u00a0") + "b</p>");
    texts.put("blanks between tags", of("<b> </b>"));
    texts.put("line ends", "a" + of("\n") + "b");
    texts.put("line ends and blanks", "<p>" + of(" \n") + "b</p>");
    texts.put("begun tags", of("<a"));
    texts.put("begun tags after one", "<b>" + of("<p "));
    texts.put("begun tags and an end", of("<p ") + ">");
    texts.put("lone smaller signs", of("<"));
    texts.put("smaller signs and blanks", of("< "));
    texts.put("ampersands", of("&"));
    texts.put("begun entities", of("&am"));
    texts.put("entities", "<p>" + of("&nbsp;") + "</p>");
    texts.put("numbers of characters", of("&#0000065;"));
    texts.put("nested tags", of("<div>") + "x" + of("</div>"));
    texts.put("nested lists", of("<ul><li>"));
    texts.put("nested quotations", of("<blockquote>") + "x");
    texts.put("nested tables", of("<table><tr><td>") + "x");
    texts.put("cells", "<table><tr>" + of("<td></td>") + "</tr></table>x");
    texts.put("breaks", of("<br>"));
    texts.put("breaks and text", of("a<br>"));
    texts.put("unclosed comment", of("<!-- "));
    texts.put("unclosed instruction", of("<?x"));
    texts.put("unclosed section", "<![CDATA[" + of("]]"));
    texts.put("ends of sections", of("]]>"));
    texts.put("unclosed script", of("<script>") + of("</scrip"));
    texts.put("unclosed quotes", "<a " + of("\"x"));
    texts.put("tags in unclosed quotes", of("<a href=\"x "));
    texts.put("both quotes", of("<a b='\" c=\"'"));
    texts.put("attributes", "<p " + of("a=\"b\" ") + ">x</p>");
    texts.put("attributes without values", "<p " + of("a ") + ">x</p>");
    texts.put("attributes and slashes", "<p " + of("/ ") + ">x</p>");
    texts.put("marks of the editor", "<p '" + of(" data-oe-version=\"") + "'>x</p>");
    texts.put("links", of("<a href=\"#x\">y</a>"));
    texts.put("link like its text", "<a href=\"" + of("a") + "b\">" + of("a") + "</a>");
    texts.put("link of blanks", "<a href=\"x\">" + of("y ") + "</a>");
    texts.put("dots", "a@" + of(".") + "x");
    texts.put("letters", of("x"));
    texts.put("addresses", of("a@"));
    texts.put("questions", "a@b" + of("?!"));
    texts.put("spans", of("<span class=\"bold"));
    texts.put("bold", "<span class=\"" + of("bold"));
    texts.put("details", of("DETAIL: ") + of(" "));
    return texts.entrySet().stream().map(text -> Arguments.of(text.getKey(), text.getValue()));
  }

  private String of(String part) {
    return part.repeat(length / part.length());
  }
}
