package io.odoosync.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.odoosync.internal.CountedText;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** However nasty a text is, the work and the memory for it grow with its length. */
class LinearMarkupTest {

  private static final String LONG = "io.odoosync.internal.NastyTexts#ofAMillion";
  private static final String SHORT = "io.odoosync.internal.NastyTexts#ofThousands";

  /** What copying costs, UTF-16 and tokens included. */
  private static final int BYTES_A_CHARACTER = 4_000;

  @ParameterizedTest(name = "{0}")
  @MethodSource(LONG)
  void text_ofAMillionCharacters_isReadInAFewLooksAtEach(String name, String html) {
    assertCopiesLittle(html, () -> HtmlText.of(new CountedText(html)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(LONG)
  void form_ofAMillionCharacters_isFoundInAFewLooksAtEach(String name, String html) {
    assertCopiesLittle(html, () -> HtmlForm.of(new CountedText(html)));
    assertCopiesLittle(html, () -> HtmlForm.closeToBlocks(new CountedText(html)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(SHORT)
  void patterns_wherever_takeAFewLooksAtEachCharacter(String name, String text) {
    CountedText.find(HtmlTokens.ATTRIBUTE, text);
    CountedText.find(HtmlText.SOURCE_BREAK, text);
    CountedText.find(Entities.ENTITY, text);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(SHORT)
  void paragraphs_thereAndBack_copyEachCharacterAFewTimes(String name, String text) {
    assertCopiesLittle(text, () -> Html.isParagraphs(Html.paragraphs(text)));
    assertCopiesLittle(text, () -> Html.isEmpty(text));
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

  private static void assertCopiesLittle(String text, Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    work.run();
    long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    assertThat(bytes).isLessThan((long) BYTES_A_CHARACTER * text.length());
  }
}
