package io.odoosync.benchmarks.endtoend;

import java.util.List;

/** What stands for several figures. */
final class Median {

  private static final double PERCENT = 100;

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

  /**
   * The smallest figure that so many per cent of all are not above.
   *
   * @throws IllegalArgumentException if there are none
   */
  static double percentile(int percent, List<Double> figures) {
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("no figures");
    }
    List<Double> sorted = figures.stream().sorted().toList();
    int rank = (int) Math.ceil(percent / PERCENT * sorted.size());
    return sorted.get(Math.max(1, rank) - 1);
  }
}
