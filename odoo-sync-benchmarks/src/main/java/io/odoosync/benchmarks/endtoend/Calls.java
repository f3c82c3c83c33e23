package io.odoosync.benchmarks.endtoend;

import io.odoosync.benchmarks.OdooSite;
import io.odoosync.report.SyncReport;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many calls a run takes in which little or nothing has changed. */
@Command(
    name = "calls",
    description = {
      "Syncs a school into the Odoo that ODOO_URL and the other variables name, or the testkit's,",
      "and prints which calls it takes when nothing, or one record on each side, has changed."
    })
public final class Calls implements Callable<Integer> {

  private static final double MILLISECONDS = 1_000;

  /** Longer than runs look back for what they may not have seen. */
  private static final Duration SETTLED = Duration.ofSeconds(160);

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  @Option(names = "--testkit", description = "against the testkit's Odoo 19")
  private boolean testkit;

  @Option(names = "--contacts", defaultValue = "10000", description = "${DEFAULT-VALUE}")
  private int contacts;

  @Option(names = "--leads", defaultValue = "2000", description = "${DEFAULT-VALUE}")
  private int leads;

  @Option(names = "--invoices", defaultValue = "1000", description = "${DEFAULT-VALUE}")
  private int invoices;

  @Override
  public Integer call() throws InterruptedException {
    if (!testkit) {
      measure(OdooSite.of(System.getenv()));
      return 0;
    }
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      measure(OdooSite.of(odoo));
    }
    return 0;
  }

  private void measure(OdooSite site) throws InterruptedException {
    Sizes sizes = new Sizes(contacts, leads, invoices, 2);
    say("| | calls | seconds | which |");
    say("|---|---:|---:|---|");
    try (EngineSession session = EngineSession.begin(site, Interleaved.newMark(), sizes)) {
      run(session, "first runAll()", session::runAll);
      run(session, "idle runAll()", session::runAll);
      run(session, "idle runAll(), the first of an engine", () -> session.restarted().runAll());
      TimeUnit.NANOSECONDS.sleep(SETTLED.toNanos());
      run(session, "runChanges() after that", session::runChanges);
      run(session, "idle runChanges()", session::runChanges);
      session.changeOneInOdoo();
      session.changeOneHere();
      run(session, "one changed here, one in Odoo, runChanges()", session::runChanges);
    }
  }

  private void run(EngineSession session, String words, Supplier<SyncReport> run) {
    Map<String, Long> before = session.callsByMethod();
    SyncReport report = run.get();
    if (!report.isSuccessful()) {
      throw new IllegalStateException(words + ": " + report);
    }
    Map<String, Long> calls = session.callsByMethod();
    before.forEach((method, count) -> calls.merge(method, -count, Long::sum));
    calls.values().removeIf(count -> count == 0);
    say(
        String.format(
            Locale.ROOT,
            "| %s | %d | %.1f | %s |",
            words,
            calls.values().stream().mapToLong(Long::longValue).sum(),
            report.duration().toMillis() / MILLISECONDS,
            calls.entrySet().stream()
                .map(call -> call.getKey() + " " + call.getValue())
                .collect(Collectors.joining(", "))));
  }

  private void say(String line) {
    PrintWriter out = command.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
