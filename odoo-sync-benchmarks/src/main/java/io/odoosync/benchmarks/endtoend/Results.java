package io.odoosync.benchmarks.endtoend;

import io.odoosync.benchmarks.endtoend.Contender.Sort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All samples of one run.
 *
 * @param contenders in the order in which they are shown
 */
record Results(List<Contender> contenders, List<Sample> samples) {

  Results {
    contenders = List.copyOf(contenders);
    samples = List.copyOf(samples);
  }

  List<Contender> of(Sort sort) {
    return contenders.stream().filter(contender -> contender.sort() == sort).toList();
  }

  /** The median of the records a second; empty if the contender has no such thing. */
  OptionalDouble rate(Contender contender, Scenario scenario) {
    List<Double> rates = samples(contender, scenario).stream().map(Sample::rate).toList();
    return rates.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Median.of(rates));
  }

  /** The median of the calls; empty if there are no figures. */
  OptionalDouble calls(Contender contender, Scenario scenario) {
    List<Double> calls =
        samples(contender, scenario).stream()
            .filter(sample -> sample.calls() > 0)
            .map(sample -> (double) sample.calls())
            .toList();
    return calls.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Median.of(calls));
  }

  private List<Sample> samples(Contender contender, Scenario scenario) {
    return samples.stream()
        .filter(sample -> sample.scenario() == scenario)
        .filter(sample -> sample.contender().equals(contender.name()))
        .toList();
  }

  /** Who was fastest of those that write by hand and read back. */
  Optional<Contender> bestByHand(Scenario scenario) {
    return of(Sort.BY_HAND).stream()
        .filter(contender -> rate(contender, scenario).isPresent())
        .max(Comparator.comparingDouble(contender -> rate(contender, scenario).orElse(0)));
  }

  /**
   * How much faster one is than another: the median of the ratios of each repetition, since what
   * disturbs a machine disturbs both of a repetition.
   */
  OptionalDouble ratio(Contender one, Contender other, Scenario scenario) {
    List<Sample> others = samples(other, scenario);
    List<Double> ratios = new ArrayList<>();
    for (Sample sample : samples(one, scenario)) {
      others.stream()
          .filter(candidate -> candidate.repetition() == sample.repetition())
          .forEach(candidate -> ratios.add(sample.rate() / candidate.rate()));
    }
    return ratios.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Median.of(ratios));
  }
}
