package io.odoosync.verification.crash;

import java.util.ArrayList;
import java.util.List;

/** A life that ends at the boundary with a given number, and remembers those that it reached. */
final class CountedLife implements Life {

  private final int last;
  private final List<String> reached = new ArrayList<>();

  private CountedLife(int last) {
    this.last = last;
  }

  /** Counts only. */
  static CountedLife toItsEnd() {
    return new CountedLife(Integer.MAX_VALUE);
  }

  /**
   * Ends at a boundary.
   *
   * @param boundary its number, from 1
   */
  static CountedLife until(int boundary) {
    return new CountedLife(boundary);
  }

  @Override
  public synchronized boolean passes(String boundary) {
    if (reached.size() < last) {
      reached.add(reached.size() + 1 + " " + boundary);
    }
    return reached.size() < last;
  }

  /** The boundaries that were reached, in their order. */
  synchronized List<String> reached() {
    return List.copyOf(reached);
  }

  /** Whether it ended as it was meant to. */
  synchronized boolean isOver() {
    return reached.size() == last;
  }
}
