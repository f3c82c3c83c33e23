package io.odoosync.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PropertyTest {

  private static final long SEED = 4_711;
  private static final Pattern REPLAY = Pattern.compile("-Dproperty\\.seed=(\\d+)");

  @Test
  void forAll_claimThatHolds_triesManyValues() {
    List<Integer> tried = new ArrayList<>();
    Property.forAll(Numbers.integers(0, 1_000_000), tried::add);
    assertThat(tried).hasSize(Property.TRIES);
    assertThat(tried.stream().distinct()).hasSizeGreaterThan(Property.TRIES / 2);
  }

  @Test
  void forAll_claimOfThreeThatFails_namesEachValue() {
    assertThatThrownBy(
            () ->
                Property.forAll(
                    Gen.of("a", "b"),
                    Gen.of(1, 2),
                    Gen.of(true, false),
                    (text, number, flag) -> assertThat(flag).isTrue()))
        .isInstanceOf(Falsified.class)
        .hasMessageContaining(
            String.join(System.lineSeparator(), "by", "  \"a\"", "  1", "  false", ""))
        .hasMessageContaining("Expecting value to be true but was false")
        .hasCauseInstanceOf(AssertionError.class);
  }

  @Test
  void check_replayedSeed_failsAtTheFirstTryByTheSameValues() {
    Consumer<String> claim = text -> assertThat(text).doesNotContain("é");
    String found = falsified(Texts.texts(0, 30), claim, SEED);
    Matcher seed = REPLAY.matcher(found);
    assertThat(seed.find()).isTrue();

    String again = falsified(Texts.texts(0, 30), claim, Long.parseLong(seed.group(1)));

    assertThat(found).doesNotContain("at try 1 ");
    assertThat(again).isEqualTo(found.replaceFirst("at try \\d+", "at try 1"));
  }

  @Test
  void check_number_shrinksToTheFirstThatFails() {
    assertFalsifiedBy(
        Numbers.integers(0, Integer.MAX_VALUE),
        number -> assertThat(number).isLessThan(777),
        "777");
  }

  @Test
  void check_text_shrinksToTheCharactersThatMatter() {
    assertFalsifiedBy(
        Texts.texts(0, 40),
        text -> assertThat(text.chars().filter(one -> one == '<').count()).isLessThan(2),
        "\"<<\"");
  }

  @Test
  void check_listOfWhatWasMapped_shrinksAsWell() {
    assertFalsifiedBy(
        Numbers.integers(0, 1_000).map(number -> 2 * number).list(0, 20),
        list -> assertThat(list.stream().mapToInt(Integer::intValue).sum()).isLessThan(100),
        "[100]");
  }

  @Test
  void check_conditionOfTheGenerator_holdsOfWhatItShrinksTo() {
    assertFalsifiedBy(
        Texts.texts(0, 40).suchThat(text -> text.contains("x")),
        text -> assertThat(text).isEmpty(),
        "\"x\"");
  }

  @Test
  void check_charactersThatCannotBeSeen_areShownAsNumbers() {
    assertFalsifiedBy(
        Gen.of("a\u0000\u200b\ud800é🚀 b\n"),
        text -> assertThat(text).isEmpty(),
        "\"a\\u{0}\\u{200b}\\u{d800}é🚀 b\\u{a}\"");
  }

  @Test
  void check_generatorThatFails_isToldWithItsSeed() {
    Gen<String> none = Gen.of("a").suchThat(String::isEmpty);
    assertThat(falsified(none, text -> {}, SEED))
        .contains("a generator that fails")
        .contains("met the condition")
        .endsWith("-Dproperty.seed=" + SEED);
  }

  private static <T> void assertFalsifiedBy(
      Gen<T> generator, Consumer<? super T> claim, String shown) {
    assertThat(falsified(generator, claim, SEED).lines().skip(1)).first().isEqualTo("  " + shown);
  }

  /** What the property's failure says. */
  private static <T> String falsified(Gen<T> generator, Consumer<? super T> claim, long firstSeed) {
    Gen<Case> cases = generator.map(value -> new Case(List.of(value), () -> claim.accept(value)));
    Falsified falsified =
        catchThrowableOfType(Falsified.class, () -> Property.check(cases, firstSeed));
    return Objects.requireNonNull(falsified.getMessage());
  }
}
