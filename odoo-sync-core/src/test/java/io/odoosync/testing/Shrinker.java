package io.odoosync.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a simpler counterexample: leaves choices out and lowers them as long as the claim still
 * fails. Works on the choices rather than on the values, as Hypothesis does ("Test-Case Reduction
 * via Test-Case Generation", MacIver and Donaldson, 2020), so all that generators make shrinks,
 * mapped and composed values too, and never to something that they could not have made.
 */
final class Shrinker {

  private static final int MAX_RUNS = 5_000;

  /** Up to here each length of what is left out is tried, beyond it every half. */
  private static final int MAX_ELEMENT = 8;

  private final Gen<Case> cases;
  private Counterexample best;
  private int runs;

  Shrinker(Gen<Case> cases, Counterexample found) {
    this.cases = cases;
    this.best = found;
  }

  /** The simplest within a bounded number of runs. */
  Counterexample simplest() {
    Counterexample before;
    do {
      before = best;
      leaveOut();
      lower();
    } while (best.improves(before));
    return best;
  }

  private void leaveOut() {
    for (int length = best.choices().size(); length > 0; length = nextLength(length)) {
      for (int at = best.choices().size() - length; at >= 0; at--) {
        leaveOut(at, length);
      }
    }
  }

  private static int nextLength(int length) {
    return length > MAX_ELEMENT ? length / 2 : length - 1;
  }

  private void leaveOut(int at, int length) {
    if (at + length <= best.choices().size()) {
      List<Long> fewer = new ArrayList<>(best.choices());
      fewer.subList(at, at + length).clear();
      stillFails(fewer);
    }
  }

  private void lower() {
    for (int i = 0; i < best.choices().size(); i++) {
      if (best.choices().get(i) > 0 && !stillFails(with(i, 0))) {
        bisect(i);
      }
    }
  }

  private void bisect(int i) {
    long holds = 0;
    while (i < best.choices().size() && best.choices().get(i) - holds > 1) {
      long middle = holds + (best.choices().get(i) - holds) / 2;
      if (!stillFails(with(i, middle))) {
        holds = middle;
      }
    }
  }

  private List<Long> with(int i, long choice) {
    List<Long> lower = new ArrayList<>(best.choices());
    lower.set(i, choice);
    return lower;
  }

  private boolean stillFails(List<Long> choices) {
    if (++runs > MAX_RUNS) {
      return false;
    }
    Optional<Counterexample> simpler =
        Counterexample.find(cases, Choices.replayed(choices)).filter(one -> one.improves(best));
    simpler.ifPresent(one -> best = one);
    return simpler.isPresent();
  }
}
