package io.odoosync.testing;

import java.util.List;
import java.util.Optional;

/**
 * Values of which a claim does not hold.
 *
 * @param values none if a generator failed
 * @param choices what the values were made from
 * @param failure how it failed
 */
record Counterexample(List<?> values, List<Long> choices, Throwable failure) {

  /** Tries the case that these choices make. */
  static Optional<Counterexample> find(Gen<Case> cases, Choices any) {
    List<?> values = List.of();
    try {
      Case one = cases.from(any);
      values = one.values();
      one.claim().run();
      return Optional.empty();
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      return Optional.of(new Counterexample(values, any.made(), e));
    }
  }

  /** Whether it shows the same fault with fewer or else smaller choices. */
  boolean improves(Counterexample other) {
    return isSimplerThan(other)
        && values.size() == other.values.size()
        && failure.getClass() == other.failure.getClass();
  }

  private boolean isSimplerThan(Counterexample other) {
    if (choices.size() != other.choices.size()) {
      return choices.size() < other.choices.size();
    }
    for (int i = 0; i < choices.size(); i++) {
      int order = choices.get(i).compareTo(other.choices.get(i));
      if (order != 0) {
        return order < 0;
      }
    }
    return false;
  }
}
