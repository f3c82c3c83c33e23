package io.odoosync.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.internal.CountedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** However nasty a text is, the work for it grows with its length. */
class LinearMarkupTest {

  private static final String LONG = "io.odoosync.internal.NastyTexts#ofAMillion";
  private static final String SHORT = "io.odoosync.internal.NastyTexts#ofThousands";

  @ParameterizedTest(name = "{0}")
  @MethodSource(LONG)
  void text_ofAMillionCharacters_isReadInAFewLooksAtEach(String name, String html) {
    assertThat(HtmlText.of(new CountedText(html))).isNotNull();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(LONG)
  void form_ofAMillionCharacters_isFoundInAFewLooksAtEach(String name, String html) {
    assertThat(HtmlForm.of(new CountedText(html))).isNotNull();
    assertThat(HtmlForm.closeToBlocks(new CountedText(html))).isNotNull();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(SHORT)
  void patterns_wherever_takeAFewLooksAtEachCharacter(String name, String text) {
    CountedText.find(HtmlTokens.ATTRIBUTE, text);
    CountedText.find(HtmlText.SOURCE_BREAK, text);
    CountedText.find(Entities.ENTITY, text);
  }

  /** What is written for a text is read back in as many looks. */
  @ParameterizedTest(name = "{0}")
  @MethodSource(SHORT)
  void paragraphs_ofAnyText_areReadAndComparedInAFewLooksAtEach(String name, String text) {
    String html = Html.paragraphs(text);
    assertThat(HtmlText.of(new CountedText(html))).isEqualTo(Html.text(html));
    assertThat(HtmlForm.of(new CountedText(html))).isEqualTo(Html.comparable(html));
  }

  @Test
  void isIn_textsMuchAlike_takesAFewLooksAtEachCharacter() {
    String text = "a".repeat(20_000);
    assertThat(Occurrence.isIn(new CountedText(text), new CountedText("a".repeat(5_000) + "b")))
        .isFalse();
    assertThat(Occurrence.isIn(new CountedText(text + "b"), "a".repeat(5_000) + "b")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "abcabd, abd, true",
    "aabaabaaa, aabaaa, true",
    "abc, '', true",
    "'', a, false",
    "abab, abc, false",
    "xaax, aaa, false",
    "abc, abcd, false"
  })
  void isIn_anyTexts_isContains(String text, String wanted, boolean found) {
    assertThat(Occurrence.isIn(text, wanted)).isEqualTo(found).isEqualTo(text.contains(wanted));
  }
}
