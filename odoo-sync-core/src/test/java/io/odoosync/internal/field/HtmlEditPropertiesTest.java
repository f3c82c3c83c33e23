package io.odoosync.internal.field;

import static io.odoosync.testing.Property.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.testing.Gen;
import io.odoosync.testing.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What must hold of whatever people do in Odoo's editor to a text of the host: all that they wrote
 * arrives, and what stood apart is not glued together. Each word is written once, so it can be
 * found again.
 */
class HtmlEditPropertiesTest {

  private static final Gen<String> WORDS = Texts.textsOf("abc\u00e9&<>\"'", 1, 4);

  /** Pieces of markup in which {@code $} is a place for a word, each apart from all others. */
  private static final Gen<String> EDITS =
      Gen.of(
          "<p>$</p>",
          "<div>$</div>",
          "<p>$<br>$</p>",
          "<p>$<br/></p>",
          "<h2>$</h2>",
          "<p><br></p>",
          "<p>&nbsp;</p>",
          "<p><strong>$</strong> $</p>",
          "<ul><li>$</li><li>$</li></ul>",
          "<ol><li><p>$</p><ul><li>$</li></ul></li><li>$</li></ol>",
          "<ul><li>$</li><li class=\"oe-nested\"><ul><li>$</li></ul></li></ul>",
          "<table class=\"table table-bordered\"><tbody><tr><td><p>$</p></td><td>$</td></tr>"
              + "<tr><td>$</td><td><br></td></tr></tbody></table>",
          "<blockquote>$<p>$</p></blockquote>",
          "<pre>$\n$</pre>",
          "<hr>",
          "<div class=\"o_row\"><div>$</div>\n<div><p>$</p></div></div>",
          "<p><a href=\"https://e.com/$\" target=\"_blank\">$</a></p>",
          "<p><img src=\"/web/image/1\" alt=\"$\"></p>",
          "<p data-oe-version=\"2.0\"><span style=\"color: red;\">$</span></p>",
          "<!-- note --><p>$</p><style>p {}</style>");

  private static final Gen<List<String>> DOCUMENTS = EDITS.list(1, 8);

  /** Markup with words in all places. */
  private static final class Written {
    private final List<String> words = new ArrayList<>();
    private final String html;

    private Written(List<String> edits, List<String> letters) {
      StringBuilder filled = new StringBuilder();
      for (char c : String.join("", edits).toCharArray()) {
        filled.append(c == '$' ? word(letters) : String.valueOf(c));
      }
      html = filled.toString();
    }

    private String word(List<String> letters) {
      int number = words.size();
      words.add("w" + number + letters.get(number % letters.size()) + "z");
      return words.get(number).replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private List<String> words() {
      return words;
    }

    @Override
    public String toString() {
      return html;
    }
  }

  private static final Gen<Written> WRITTEN =
      any -> new Written(DOCUMENTS.from(any), WORDS.list(1, 5).from(any));

  @Test
  void text_ofAnyEdit_hasEveryWordAndNoneGluedToAnother() {
    forAll(
        WRITTEN,
        written -> {
          String text = Html.text(written.html);
          assertThat(written.words()).allMatch(text::contains);
          assertThat(text).doesNotContainPattern("z['\"<>&]?w[0-9]");
        });
  }

  @Test
  void text_ofAnEditOfAHostsText_keepsTheText() {
    Gen<String> notes =
        Texts.joined(Gen.of("a", "b c", "\n", "\n\n", " ", "- ", "<b>", "&"), 1, 8)
            .suchThat(text -> !text.isBlank());
    forAll(
        notes,
        WRITTEN,
        (note, written) -> {
          String kept = note.strip().lines().collect(Collectors.joining("\n"));
          assertThat(Html.text(Html.paragraphs(note) + written.html)).startsWith(kept);
          assertThat(Html.text(written.html + Html.paragraphs(note))).endsWith(kept);
        });
  }

  @Test
  void text_ofAnyEdit_sentToOdooAgainIsTheSame() {
    forAll(
        WRITTEN,
        written -> {
          String text = Html.text(written.html);
          assertThat(Html.text(Html.paragraphs(text))).isEqualTo(text);
        });
  }

  @Test
  void text_boldWordsOfAHostsText_isTheSameText() {
    Gen<List<String>> lines = Gen.of("a", "b c", "d ", " e", "", "- f").list(1, 6);
    forAll(
        lines,
        all -> {
          String text = String.join("\n", all).strip();
          String bold =
              Html.paragraphs(text).replaceAll("([a-f]+)(?![^<]*>)", "<strong>$1</strong>");
          assertThat(Html.text(bold)).isEqualTo(text);
        });
  }

  @Test
  void text_manyWrappers_doNotChangeIt() {
    Gen<String> wrappers = Gen.of("div", "section", "span", "font", "article");
    forAll(
        wrappers.list(0, 5),
        WRITTEN,
        (around, written) -> {
          String before = tags(around.stream(), "<%s class=\"a > b\">");
          String wrapped = before + written.html + "</div>".repeat(around.size());
          assertThat(Html.text(wrapped)).isEqualTo(Html.text(written.html));
        });
  }

  private static String tags(Stream<String> names, String form) {
    return names.map(form::formatted).collect(Collectors.joining());
  }
}
