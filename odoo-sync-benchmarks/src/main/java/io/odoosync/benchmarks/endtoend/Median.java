package io.odoosync.benchmarks.endtoend;

import java.util.List;

/** The middle of several figures. */
final class Median {

  private Median() {}

  /**
   * The median: of an even number of figures, the mean of the two in the middle.
   *
   * @throws IllegalArgumentException if there are none
   */
  static double of(List<Double> figures) {
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("no figures");
    }
    List<Double> sorted = figures.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
