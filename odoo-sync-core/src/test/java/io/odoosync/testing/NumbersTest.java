package io.odoosync.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 1", "1, 2147483647", "-5, 5", "-9, -3", "-2147483648, 2147483647"})
  void integers_anyRange_giveBothEndsAndNothingBeyond(int min, int max) {
    assertThat(Samples.of(Numbers.integers(min, max)))
        .contains(min, max)
        .allMatch(number -> number >= min && number <= max);
  }

  @Test
  void integers_rangeAroundZero_giveZeroItsNeighboursAndAllMagnitudes() {
    assertThat(Samples.of(Numbers.integers(Integer.MIN_VALUE, Integer.MAX_VALUE)))
        .contains(-1, 0, 1, Integer.MIN_VALUE + 1, Integer.MAX_VALUE - 1)
        .anyMatch(number -> number > 1 && number < 100)
        .anyMatch(number -> number > 100 && number < 1_000_000)
        .anyMatch(number -> number < -1_000_000_000);
  }

  @ParameterizedTest
  @CsvSource({"-5, 5, 0", "3, 9, 3", "-9, -3, -3"})
  void longs_simplestChoice_isNextToZero(long min, long max, long simplest) {
    assertThat(Numbers.longs(min, max).from(Choices.replayed(List.of()))).isEqualTo(simplest);
  }

  @Test
  void longs_moreThanCanBeCounted_areRefused() {
    assertThatThrownBy(() -> Numbers.longs(Long.MIN_VALUE, 0))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void fractions_giveZeroAndTheLargestBelowOne() {
    assertThat(Samples.of(Numbers.fractions()))
        .contains(0.0, Math.nextDown(1.0))
        .allMatch(number -> number >= 0 && number < 1);
  }
}
