package io.odoosync.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CounterexampleTest {

  private static final Counterexample KNOWN = example(new AssertionError("x"), 3, 2);

  @Test
  void improves_fewerOrSmallerChoices_isTrue() {
    assertThat(example(new AssertionError("y"), 9).improves(KNOWN)).isTrue();
    assertThat(example(new AssertionError("y"), 3, 1).improves(KNOWN)).isTrue();
    assertThat(example(new AssertionError("y"), 2, 9).improves(KNOWN)).isTrue();
  }

  @Test
  void improves_sameOrLargerOrMoreChoices_isFalse() {
    assertThat(KNOWN.improves(KNOWN)).isFalse();
    assertThat(example(new AssertionError("y"), 3, 3).improves(KNOWN)).isFalse();
    assertThat(example(new AssertionError("y"), 0, 0, 0).improves(KNOWN)).isFalse();
  }

  @Test
  void improves_simplerButAnotherFault_isFalse() {
    assertThat(example(new IllegalStateException("y"), 1).improves(KNOWN)).isFalse();
  }

  @Test
  void find_claimThatHolds_isEmpty() {
    assertThat(Counterexample.find(any -> new Case(List.of(1), () -> {}), Choices.seeded(1)))
        .isEmpty();
  }

  private static Counterexample example(Throwable failure, long... choices) {
    return new Counterexample(List.of("value"), Arrays.stream(choices).boxed().toList(), failure);
  }
}
