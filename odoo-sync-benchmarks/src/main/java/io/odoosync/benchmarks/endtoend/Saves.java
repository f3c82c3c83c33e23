package io.odoosync.benchmarks.endtoend;

import io.odoosync.Following;
import io.odoosync.benchmarks.OdooSite;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.function.IntToLongFunction;
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
    try (EngineSession session = EngineSession.begin(site, Interleaved.newMark(), sizes)) {
      session.prepare(Scenario.CONTACTS_CREATED);
      session.run(Scenario.CONTACTS_CREATED);
      report("sync(type, key), until it is in Odoo", session, timed(session::save));
      try (Following following = session.follow()) {
        report("outbox, followed, until it is in Odoo", session, timed(session::note));
        report(
            "webhook, followed, until the host has it", session, number -> back(session, number));
        if (!following.isOpen()) {
          throw new IllegalStateException("the loop has ended");
        }
      }
    }
  }

  private long back(EngineSession session, int number) {
    long id = session.idInOdoo(number);
    return session.changeInOdoo(id, "+33 1 42 68 " + (1_000 + number));
  }

  private static IntToLongFunction timed(IntConsumer saving) {
    return number -> {
      long start = System.nanoTime();
      saving.accept(number);
      return System.nanoTime() - start;
    };
  }

  private void report(String what, EngineSession session, IntToLongFunction nanoseconds) {
    List<Double> all = new ArrayList<>();
    long before = 0;
    for (int number = 1; number <= WARM_UP + saves; number++) {
      if (number == WARM_UP + 1) {
        before = session.calls();
      }
      all.add(nanoseconds.applyAsLong(number) / MILLION);
    }
    List<Double> times = all.subList(WARM_UP, all.size());
    PrintWriter out = command.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%s: %d saves, median %.0f ms, p99 %.0f ms, %.1f calls each%n",
        what,
        saves,
        Median.of(times),
        Median.percentile(P99, times),
        (double) (session.calls() - before) / saves);
    out.flush();
  }
}
