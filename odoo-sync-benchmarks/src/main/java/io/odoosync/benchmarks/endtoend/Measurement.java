package io.odoosync.benchmarks.endtoend;

import io.odoosync.benchmarks.OdooSite;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How much is measured how often, and where the figures go: options of several commands. */
final class Measurement {

  private static final double NANOSECONDS = 1e9;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  @Option(
      names = "--contacts",
      defaultValue = "2000",
      description = "contacts of each turn: ${DEFAULT-VALUE}")
  private int contacts;

  @Option(
      names = "--leads",
      defaultValue = "400",
      description = "leads of each turn: ${DEFAULT-VALUE}")
  private int leads;

  @Option(
      names = "--invoices",
      defaultValue = "100",
      description = "invoices of each turn: ${DEFAULT-VALUE}")
  private int invoices;

  @Option(
      names = "--one-by-one",
      defaultValue = "50",
      description = "the most records of a kind that are written one by one: ${DEFAULT-VALUE}")
  private int oneByOne;

  @Option(
      names = "--repetitions",
      defaultValue = "5",
      description = "turns of each contender: ${DEFAULT-VALUE}")
  private int repetitions;

  @Option(
      names = "--calls",
      split = ",",
      defaultValue = "1,2,4",
      description = "calls at once of this library; compared with the first: ${DEFAULT-VALUE}")
  private List<Integer> calls = List.of();

  @Option(
      names = "--tracking",
      description = "what is created and updated leaves lines in the records' history")
  private boolean tracking;

  @Option(names = "--json", description = "a file for all samples")
  private @Nullable Path json;

  /** The calls at once that are asked for. */
  List<Integer> calls() {
    return calls;
  }

  /** Whether histories are written, by all contenders. */
  Tracking tracking() {
    return Tracking.of(tracking);
  }

  /**
   * Measures and prints.
   *
   * @param about what else the figures depend on, by name
   */
  void run(OdooSite site, List<Contender> contenders, Map<String, String> about)
      throws IOException {
    Sizes sizes = new Sizes(contacts, leads, invoices, oneByOne);
    Results results = new Interleaved(contenders, sizes, this::tell).warmedUp().run(repetitions);
    Map<String, String> circumstances = circumstances(site);
    circumstances.putAll(about);
    print(results, circumstances);
    if (json != null) {
      Files.writeString(json, ResultsJson.of(results, circumstances), StandardCharsets.UTF_8);
    }
  }

  /** Says something while it is measured. */
  PrintWriter progress() {
    return commandLine().getErr();
  }

  private CommandLine commandLine() {
    return command.commandLine();
  }

  private void tell(Sample sample) {
    progress()
        .printf(
            Locale.ROOT,
            "%2d  %-28s %-24s %7.2f s  %8.1f/s  %5d calls%n",
            sample.repetition(),
            sample.scenario().words(),
            sample.contender(),
            sample.time().toNanos() / NANOSECONDS,
            sample.rate(),
            sample.calls());
  }

  private void print(Results results, Map<String, String> circumstances) {
    PrintWriter out = commandLine().getOut();
    circumstances.forEach((name, value) -> out.println("* " + name + ": " + value));
    out.println();
    out.print(new MarkdownTables(results).all());
    out.flush();
  }

  private Map<String, String> circumstances(OdooSite site) {
    Map<String, String> said = new LinkedHashMap<>();
    said.put("command", "dev/benchmarks " + arguments());
    said.put("Odoo", site.client().verify().version());
    said.put("records", contacts + " contacts, " + leads + " leads, " + invoices + " invoices");
    said.put("records one by one, at most", String.valueOf(oneByOne));
    said.put("medians of", String.valueOf(repetitions));
    said.put("lines in the records' history", tracking ? "yes" : "no");
    said.put("Java", Runtime.version().toString());
    said.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
    return said;
  }

  /** As a shell takes them. */
  private String arguments() {
    return commandLine().getParseResult().originalArgs().stream()
        .map(argument -> argument.matches("[\\w,./-]+") ? argument : "'" + argument + "'")
        .collect(Collectors.joining(" "));
  }
}
