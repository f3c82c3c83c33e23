package io.odoosync.benchmarks.million;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
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
      defaultValue =
          "FIRST_LOAD,IDLE_CHANGES,IDLE,IDLE_CHANGES,IDLE_CHANGES,ONE_EACH,ONE_PERCENT_CHANGED",
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
    try (Surroundings surroundings = Surroundings.start(contacts)) {
      new StepTable(surroundings, out).print(new Load(contacts, heap, calls), steps);
    }
    return 0;
  }
}
