package io.odoosync.internal.field;

import static io.odoosync.testing.Property.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.testing.Gen;
import io.odoosync.testing.Texts;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What must hold of all plain texts that become html. */
class HtmlPropertiesTest {

  /** Of any characters, and of those that mean something in html. */
  private static final Gen<String> TEXTS =
      Gen.<String>oneOf(
              Texts.textsOf("ab <>&;\"'/\n\r\t\u00a0\u2003é#x1", 0, 30), Texts.texts(0, 30))
          .suchThat(text -> !text.isBlank());

  /** What people write in plain text: lists, indented lines, several empty lines, addresses. */
  private static final Gen<String> NOTES =
      Texts.joined(
              Gen.of(
                  "a",
                  "b c",
                  "\n",
                  " ",
                  "\n\n",
                  "\t",
                  "- ",
                  "> ",
                  "1. ",
                  "<p>",
                  "</p><p>",
                  "<br>",
                  "&nbsp;",
                  "\u00a0",
                  "\u200b",
                  "https://e.com/?a=1&b=2",
                  " | ",
                  "(x)",
                  "---",
                  "<a>"),
              0,
              15)
          .suchThat(text -> !text.isBlank());

  /** White space around a text does not count, nor how its lines end. */
  private static String counting(String text) {
    return text.strip().lines().collect(Collectors.joining("\n"));
  }

  @Test
  void text_ofParagraphs_isTheTextAgain() {
    forAll(
        Gen.<String>oneOf(TEXTS, NOTES),
        text -> assertThat(Html.text(Html.paragraphs(text))).isEqualTo(counting(text)));
  }

  @Test
  void text_ofParagraphs_givesTheSameParagraphsAgain() {
    forAll(
        TEXTS,
        text -> {
          String html = Html.paragraphs(text);
          assertThat(Html.paragraphs(Html.text(html))).isEqualTo(html);
        });
  }

  @Test
  void paragraphs_ofAnyText_holdNoMarkupOfIt() {
    forAll(
        TEXTS,
        text ->
            assertThat(Html.paragraphs(text).replaceAll("</?p>|<br>", ""))
                .doesNotContain("<", ">"));
  }

  @Test
  void isParagraphs_ofParagraphs_isTrue() {
    forAll(TEXTS, text -> assertThat(Html.isParagraphs(Html.paragraphs(text))).isTrue());
  }
}
