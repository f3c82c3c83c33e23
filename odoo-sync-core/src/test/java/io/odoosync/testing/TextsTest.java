package io.odoosync.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void codePoints_aPropertysWorth_haveAllKindsOfCharacters() {
    Set<Integer> types =
        Samples.of(Texts.codePoints()).stream().map(Character::getType).collect(Collectors.toSet());
    assertThat(types)
        .contains(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.LINE_SEPARATOR,
            (int) Character.NON_SPACING_MARK,
            (int) Character.OTHER_LETTER,
            (int) Character.OTHER_SYMBOL,
            (int) Character.PRIVATE_USE,
            (int) Character.SPACE_SEPARATOR,
            (int) Character.SURROGATE,
            (int) Character.UNASSIGNED,
            (int) Character.UPPERCASE_LETTER);
  }

  @Test
  void codePoints_aPropertysWorthOfTexts_haveThoseThatProgramsStumbleOver() {
    assertThat(Samples.of(Texts.codePoints().list(0, 20)).stream().flatMap(List::stream))
        .contains((int) '\0', (int) '\n', (int) '<', 0x130, 0x1f680, 0xd800, 0xdfff, 0xffff);
  }

  @Test
  void codePoints_anyChoice_isWithinUnicode() {
    assertThat(Samples.of(Texts.codePoints())).allMatch(Character::isValidCodePoint);
    assertThat(Texts.codePoints().from(Choices.replayed(List.of(Long.MAX_VALUE))))
        .isEqualTo('a' - 1);
  }

  @Test
  void codePoints_simplest_isALetter() {
    assertThat(Texts.codePoints().from(Choices.replayed(List.of()))).isEqualTo('a');
  }

  @Test
  void texts_aPropertysWorth_haveTheShortestTheLongestAndWhatIsBetween() {
    Set<Integer> lengths =
        Samples.of(Texts.texts(0, 20)).stream()
            .map(text -> text.codePointCount(0, text.length()))
            .collect(Collectors.toSet());
    assertThat(lengths).containsAll(IntStream.rangeClosed(0, 20).boxed().toList());
  }

  @Test
  void textsOf_givenCharacters_haveAllOfThemAndNoOther() {
    String joined = String.join("", Samples.of(Texts.textsOf("aé🚀", 0, 5)));
    assertThat(joined.codePoints().distinct().sorted())
        .containsExactly((int) 'a', (int) 'é', 0x1f680);
  }
}
