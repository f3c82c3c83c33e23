package io.odoosync.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold of all plain texts that become html. */
class HtmlPropertiesTest {

  @Property
  void text_ofParagraphs_givesTheSameParagraphsAgain(@ForAll("texts") String text) {
    String html = Html.paragraphs(text);
    assertThat(Html.paragraphs(Html.text(html))).isEqualTo(html);
  }

  @Property
  void paragraphs_ofAnyText_holdNoMarkupOfIt(@ForAll("texts") String text) {
    assertThat(Html.paragraphs(text).replaceAll("</?p>|<br>", "")).doesNotContain("<", ">");
  }

  @Property
  void isParagraphs_ofParagraphs_isTrue(@ForAll("texts") String text) {
    assertThat(Html.isParagraphs(Html.paragraphs(text))).isTrue();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("ab <>&;\"'/\n\r\t\u00a0\u2003é#x1")
        .ofMaxLength(30)
        .filter(text -> !text.isBlank());
  }
}
