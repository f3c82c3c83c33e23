package io.odoosync.benchmarks.endtoend;

import io.odoosync.benchmarks.endtoend.Contender.Sort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Lets the contenders take turns: each scenario is done by all of them before the next, and another
 * one begins each time, so that what slows the machine down slows all of them down.
 */
final class Interleaved {

  private static final int MARK_LENGTH = 10;

  /** Enough for a server and this JVM to have seen everything once. */
  private static final Sizes WARM_UP = new Sizes(20, 20, 4, 4);

  private final List<Contender> contenders;
  private final Sizes sizes;
  private final Consumer<Sample> progress;

  Interleaved(List<Contender> contenders, Sizes sizes, Consumer<Sample> progress) {
    this.contenders = List.copyOf(contenders);
    this.sizes = sizes;
    this.progress = progress;
  }

  /** A turn that does not count. */
  Interleaved warmedUp() {
    repetition(0, WARM_UP);
    return this;
  }

  /** Each contender so many times. */
  Results run(int repetitions) {
    List<Sample> samples = new ArrayList<>();
    for (int repetition = 1; repetition <= repetitions; repetition++) {
      samples.addAll(repetition(repetition, sizes));
    }
    return new Results(contenders, samples);
  }

  private List<Sample> repetition(int number, Sizes records) {
    Map<Contender, Session> sessions = new LinkedHashMap<>();
    List<Sample> samples = new ArrayList<>();
    try {
      contenders.forEach(contender -> sessions.put(contender, open(contender, records)));
      int first = number;
      for (Scenario scenario : Scenario.values()) {
        for (Contender contender : turns(first++)) {
          Session session = Objects.requireNonNull(sessions.get(contender));
          timed(number, scenario, contender, session).ifPresent(samples::add);
        }
      }
    } finally {
      sessions.values().forEach(Session::close);
    }
    return samples;
  }

  private static Session open(Contender contender, Sizes records) {
    Sizes own = contender.sort() == Sort.PEER ? records.ofOneByOne() : records;
    return contender.opening().open(newMark(), own);
  }

  /** A word that nobody had before. */
  static String newMark() {
    return "b" + UUID.randomUUID().toString().replace("-", "").substring(0, MARK_LENGTH);
  }

  private List<Contender> turns(int first) {
    List<Contender> turns = new ArrayList<>();
    for (int i = 0; i < contenders.size(); i++) {
      turns.add(contenders.get((first + i) % contenders.size()));
    }
    return turns;
  }

  private Optional<Sample> timed(
      int repetition, Scenario scenario, Contender contender, Session session) {
    session.prepare(scenario);
    long callsBefore = session.calls();
    long start = System.nanoTime();
    int records = session.run(scenario);
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    long calls = session.calls() - callsBefore;
    if (records == 0) {
      return Optional.empty();
    }
    Sample sample = new Sample(scenario, contender.name(), repetition, records, time, calls);
    progress.accept(sample);
    return Optional.of(sample);
  }
}
