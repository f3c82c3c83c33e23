package io.odoosync.benchmarks.million;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Lets one host make runs, one after the other, and prints what each of them took. */
final class StepTable {

  private static final double MILLISECONDS = 1e3;

  private final Surroundings surroundings;
  private final PrintWriter out;

  StepTable(Surroundings surroundings, PrintWriter out) {
    this.surroundings = surroundings;
    this.out = out;
  }

  /**
   * Makes the runs and prints a line of a table for each.
   *
   * @throws IllegalStateException if the host ends before the last one
   */
  void print(Load load, List<Step> steps) {
    out.println();
    out.println(
        "| | outcome | calls | seconds | ÷ scan | heap, MiB | after collection | forecast off by |");
    out.println("|---|---|---:|---:|---:|---:|---:|---:|");
    out.flush();
    try (ChildProcess host = surroundings.host(load, steps)) {
      for (Step step : steps) {
        String line =
            host.line().orElseThrow(() -> new IllegalStateException("host ended: " + step.words()));
        out.println(row(StepReport.parse(line), surroundings.links().scan()));
        out.flush();
      }
    }
  }

  private static String row(StepReport report, Duration scan) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %.1f | %.0f | %d | %d | %d %% |",
        report.step().words(),
        outcome(report),
        report.calls(),
        report.time().toMillis() / MILLISECONDS,
        (double) report.time().toNanos() / scan.toNanos(),
        report.heap().used(),
        report.heap().usedAfterCollection(),
        report.percentOff());
  }

  private static String outcome(StepReport report) {
    StepReport.Counts counts = report.counts();
    return Stream.of(
            report.status().name().toLowerCase(Locale.ROOT),
            "read " + counts.read(),
            "created " + counts.created(),
            "updated " + counts.updated(),
            "unchanged " + counts.unchanged(),
            "failed " + counts.failed())
        .reduce((one, other) -> one + ", " + other)
        .orElse("");
  }
}
