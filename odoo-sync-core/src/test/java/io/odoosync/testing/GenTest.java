package io.odoosync.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GenTest {

  private static final List<String> NAMES = List.of("a", "b", "c");

  @Test
  void from_sameSeed_isTheSame() {
    Gen<List<String>> texts = Texts.texts(0, 20).list(0, 20);
    assertThat(Samples.of(texts)).isEqualTo(Samples.of(texts));
  }

  @Test
  void from_choicesMade_givesTheSameAgain() {
    Gen<List<String>> texts = Texts.texts(0, 20).list(0, 20);
    Choices any = Choices.seeded(7);
    List<String> value = texts.from(any);
    assertThat(texts.from(Choices.replayed(any.made()))).isEqualTo(value);
  }

  @Test
  void of_values_givesEachOfThem() {
    assertThat(Samples.of(Gen.of("a", "b", "c"))).containsOnly("a", "b", "c");
  }

  @Test
  void oneOf_generators_givesValuesOfEach() {
    assertThat(Samples.of(Gen.oneOf(Gen.of("a"), Gen.of("b", "c")))).containsOnly("a", "b", "c");
  }

  @Test
  void map_values_areWhatTheFunctionMakes() {
    assertThat(Samples.of(Gen.of("a", "b").map(String::length))).containsOnly(1);
  }

  @Test
  void suchThat_condition_holdsOfAll() {
    assertThat(Samples.of(Numbers.integers(0, 9).suchThat(number -> number % 2 == 0)))
        .containsOnly(0, 2, 4, 6, 8);
  }

  @Test
  void suchThat_conditionThatNothingMeets_givesUp() {
    Gen<String> none = Gen.of("a").suchThat(String::isEmpty);
    assertThatThrownBy(() -> none.from(Choices.seeded(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("met the condition");
  }

  @Test
  void list_sizes_areAllFromTheShortestToTheLongest() {
    assertThat(Samples.of(Gen.of("a").list(2, 5))).extracting(List::size).containsOnly(2, 3, 4, 5);
  }

  @Test
  void list_fixedSize_isThatSize() {
    assertThat(Samples.of(Gen.of("a").list(3, 3))).allMatch(list -> list.size() == 3);
  }

  @Test
  void shuffled_values_areInEveryOrder() {
    assertThat(Samples.of(Gen.shuffled(NAMES)))
        .allMatch(order -> Set.copyOf(order).equals(Set.copyOf(NAMES)))
        .hasSize(Property.TRIES)
        .extracting(order -> String.join("", order))
        .contains("abc", "acb", "bac", "bca", "cab", "cba");
  }

  @Test
  void subsets_ofValues_areAllThereAre() {
    assertThat(Set.copyOf(Samples.of(Gen.subsets(NAMES)))).hasSize(8);
  }
}
