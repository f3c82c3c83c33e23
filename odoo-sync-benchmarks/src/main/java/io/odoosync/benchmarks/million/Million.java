package io.odoosync.benchmarks.million;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Many contacts in a small heap. */
@Command(
    name = "million",
    description = {
      "Syncs many contacts from a host with a small heap, with PostgreSQL and the testkit's Odoo in",
      "processes of their own, and prints what each run took. A million needs some 10 GB of memory."
    })
public final class Million implements Callable<Integer> {

  private static final double MILLISECONDS = 1e3;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  @Option(names = "--contacts", defaultValue = "1000000", description = "${DEFAULT-VALUE}")
  private int contacts;

  @Option(names = "--heap", defaultValue = "64m", description = "of the host: ${DEFAULT-VALUE}")
  private String heap = "";

  @Option(names = "--calls", defaultValue = "1", description = "calls at once: ${DEFAULT-VALUE}")
  private int calls;

  @Option(
      names = "--steps",
      split = ",",
      defaultValue = "FIRST_LOAD,IDLE,IDLE_CHANGES,ONE_EACH,ONE_PERCENT_CHANGED",
      description = "of ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
  private List<Step> steps = List.of();

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    out.println(
        contacts
            + " contacts, a heap of "
            + heap
            + ", "
            + calls
            + " calls at once, Java "
            + Runtime.version());
    out.println();
    out.println(
        "| | outcome | calls | seconds | ÷ scan | heap, MiB | after collection | forecast off by |");
    out.println("|---|---|---:|---:|---:|---:|---:|---:|");
    try (Surroundings surroundings = Surroundings.start(contacts);
        ChildProcess host = surroundings.host(heap, contacts, calls, steps)) {
      for (Step step : steps) {
        String line =
            host.line().orElseThrow(() -> new IllegalStateException("host ended: " + step.words()));
        out.println(row(StepReport.parse(line), surroundings.links().scan()));
        out.flush();
      }
    }
    return 0;
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
