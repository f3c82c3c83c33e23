package io.odoosync.benchmarks.endtoend;

import io.odoosync.benchmarks.OdooSite;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long a user's save takes to be in Odoo. */
@Command(
    name = "saves",
    description = {
      "Changes one contact after the other in the host and calls sync(CONTACT, key) each time, with",
      "the Odoo that ODOO_URL and the other variables name, or the testkit's. Prints the median",
      "and the 99th percentile of the time in which the change is in Odoo."
    })
public final class Saves implements Callable<Integer> {

  private static final int WARM_UP = 20;
  private static final int P99 = 99;
  private static final double MILLION = 1e6;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  @Option(names = "--testkit", description = "against the testkit's Odoo 19")
  private boolean testkit;

  @Option(
      names = "--saves",
      defaultValue = "300",
      description = "how often something is saved: ${DEFAULT-VALUE}")
  private int saves;

  @Override
  public Integer call() {
    if (!testkit) {
      measure(OdooSite.of(System.getenv()));
      return 0;
    }
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      measure(OdooSite.of(odoo));
    }
    return 0;
  }

  private void measure(OdooSite site) {
    Sizes sizes = new Sizes(WARM_UP + saves, 1, 2, 2);
    List<Double> times = new ArrayList<>();
    long calls;
    try (EngineSession session = EngineSession.begin(site, Interleaved.newMark(), sizes)) {
      session.run(Scenario.CONTACTS_CREATED);
      for (int number = 1; number <= WARM_UP; number++) {
        session.save(number);
      }
      long before = session.calls();
      for (int number = WARM_UP + 1; number <= sizes.contacts(); number++) {
        times.add(milliseconds(session, number));
      }
      calls = session.calls() - before;
    }
    PrintWriter out = command.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%d saves: median %.0f ms, p99 %.0f ms, %.1f calls each%n",
        saves,
        Median.of(times),
        Median.percentile(P99, times),
        (double) calls / saves);
    out.flush();
  }

  private static double milliseconds(EngineSession session, int number) {
    long start = System.nanoTime();
    session.save(number);
    return (System.nanoTime() - start) / MILLION;
  }
}
