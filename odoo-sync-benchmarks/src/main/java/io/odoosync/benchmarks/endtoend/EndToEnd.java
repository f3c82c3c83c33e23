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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures against a real Odoo, which the environment names. */
@Command(
    name = "end-to-end",
    description = {
      "Brings contacts, leads and invoices into the Odoo that ODOO_URL, ODOO_DB, ODOO_LOGIN and",
      "ODOO_API_KEY name: by this library, by batches written by hand, by other libraries, in turn.",
      "Prints tables of medians. What it creates there, it leaves there, under names of its own."
    })
public final class EndToEnd implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(names = "--contacts", defaultValue = "2000", description = "contacts of each turn: ${DEFAULT-VALUE}")
  private int contacts;

  @Option(names = "--leads", defaultValue = "400", description = "leads of each turn: ${DEFAULT-VALUE}")
  private int leads;

  @Option(names = "--invoices", defaultValue = "100", description = "invoices of each turn: ${DEFAULT-VALUE}")
  private int invoices;

  @Option(names = "--one-by-one", defaultValue = "50", description = "the most records of a kind that are written one by one: ${DEFAULT-VALUE}")
  private int oneByOne;

  @Option(names = "--repetitions", defaultValue = "5", description = "turns of each contender: ${DEFAULT-VALUE}")
  private int repetitions;

  @Option(names = "--calls", split = ",", defaultValue = "1", description = "calls at once of this library, the first being what the others are compared with: ${DEFAULT-VALUE}")
  private List<Integer> calls = List.of(1);

  @Option(names = "--no-peers", description = "without those that write one by one")
  private boolean noPeers;

  @Option(names = "--label", defaultValue = "", description = "what else to say of this run, such as the number of Odoo's workers")
  private String label = "";

  @Option(names = "--json", description = "a file for all samples")
  private @Nullable Path json;

  @Override
  public Integer call() throws IOException {
    OdooSite site = OdooSite.of(System.getenv());
    PrintWriter progress = spec.commandLine().getErr();
    Interleaved run =
        new Interleaved(
            contenders(site, progress),
            new Sizes(contacts, leads, invoices, oneByOne),
            sample -> tell(progress, sample));
    Results results = run.warmedUp().run(repetitions);
    Map<String, String> circumstances = circumstances(site);
    PrintWriter out = spec.commandLine().getOut();
    circumstances.forEach((name, value) -> out.println("* " + name + ": " + value));
    out.println();
    out.print(new MarkdownTables(results).all());
    out.flush();
    if (json != null) {
      Files.writeString(json, ResultsJson.of(results, circumstances), StandardCharsets.UTF_8);
    }
    return 0;
  }

  private List<Contender> contenders(OdooSite site, PrintWriter progress) {
    Contenders contenders = new Contenders(site, BatchSizes.DEFAULT).engines(calls).byHand();
    if (noPeers) {
      return contenders.list();
    }
    if (!OdooRpcApi.isInstalled()) {
      progress.println("OdooRPC does not take part: apt-get install python3-odoorpc brings it.");
    }
    return contenders.oneByOne().odooRpc().list();
  }

  private static void tell(PrintWriter progress, Sample sample) {
    progress.printf(
        Locale.ROOT,
        "%2d  %-28s %-24s %7.2f s  %8.1f/s  %5d calls%n",
        sample.repetition(),
        sample.scenario().words(),
        sample.contender(),
        sample.time().toNanos() / 1e9,
        sample.rate(),
        sample.calls());
  }

  private Map<String, String> circumstances(OdooSite site) {
    Map<String, String> said = new LinkedHashMap<>();
    said.put("command", "dev/benchmarks " + arguments());
    said.put("Odoo", site.client().verify().version() + (label.isEmpty() ? "" : ", " + label));
    said.put(
        "records",
        contacts + " contacts, " + leads + " leads, " + invoices + " invoices; one by one "
            + oneByOne + " at most");
    said.put("medians of", String.valueOf(repetitions));
    said.put("history of records when updated", Tracking.UPDATES.name().toLowerCase(Locale.ROOT));
    said.put("JVM", Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " processors");
    return said;
  }

  private String arguments() {
    return String.join(" ", spec.commandLine().getParseResult().originalArgs());
  }
}
