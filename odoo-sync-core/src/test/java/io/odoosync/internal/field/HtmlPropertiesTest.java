package io.odoosync.internal.field;

import static io.odoosync.testing.Property.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.testing.Gen;
import io.odoosync.testing.Texts;
import org.junit.jupiter.api.Test;

/** What must hold of all plain texts that become html. */
class HtmlPropertiesTest {

  /** Of any characters, and of those that mean something in html. */
  private static final Gen<String> TEXTS =
      Gen.<String>oneOf(
              Texts.textsOf("ab <>&;\"'/\n\r\t\u00a0\u2003é#x1", 0, 30), Texts.texts(0, 30))
          .suchThat(text -> !text.isBlank());

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
