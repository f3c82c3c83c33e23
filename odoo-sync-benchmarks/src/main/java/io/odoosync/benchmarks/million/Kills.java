package io.odoosync.benchmarks.million;

import io.odoosync.SyncEngineBuilder;
import java.io.PrintWriter;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A first load under fire. */
@Command(
    name = "kills",
    description = {
      "Loads many contacts as 'million' does, and kills the host's process (SIGKILL) at random",
      "places of the load. Exit status 1 if a contact is missing or double in Odoo in the end, or",
      "if after a kill more than one batch for each call at once has to be asked for."
    })
public final class Kills implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  @Option(names = "--contacts", defaultValue = "1000000", description = "${DEFAULT-VALUE}")
  private int contacts;

  @Option(names = "--kills", defaultValue = "20", description = "${DEFAULT-VALUE}")
  private int kills;

  @Option(names = "--heap", defaultValue = "64m", description = "of the host: ${DEFAULT-VALUE}")
  private String heap = "";

  @Option(names = "--calls", defaultValue = "1", description = "calls at once: ${DEFAULT-VALUE}")
  private int calls;

  @Option(names = "--seed", description = "of what is chosen at random; default: another each time")
  private long seed = new SplittableRandom().nextLong();

  @Option(
      names = "--then",
      split = ",",
      description = "runs to measure with what was loaded, of ${COMPLETION-CANDIDATES}")
  private List<Step> then = List.of();

  @Override
  public Integer call() {
    try (Surroundings surroundings = Surroundings.start(contacts)) {
      Load load = new Load(contacts, heap, calls);
      boolean right = run(surroundings, load);
      if (!then.isEmpty()) {
        new StepTable(surroundings, command.commandLine().getOut()).print(load, then);
      }
      return right ? 0 : 1;
    }
  }

  private boolean run(Surroundings surroundings, Load load) {
    say(load.contacts() + " contacts, " + kills + " kills, seed " + seed);
    Killing killing = new Killing(surroundings, load, seed);
    long most = 0;
    for (long place : killing.places(kills)) {
      Killing.Kill kill = killing.killAt(place);
      say("killed with " + kill.linked() + " linked, " + kill.pending() + " to be asked for");
      most = Math.max(most, kill.pending());
    }
    StepReport last = killing.finish();
    say("the last process: " + last.status() + ", created " + last.counts().created());
    Census census = Census.of(surroundings.integration().client());
    say(
        "to be asked for at most: "
            + most
            + "; in Odoo: "
            + census.different()
            + " contacts, "
            + census.doubles()
            + " doubles");
    return most <= (long) SyncEngineBuilder.DEFAULT_BATCH_SIZE * load.callsAtOnce()
        && census.different() == load.contacts()
        && census.doubles() == 0;
  }

  private void say(String line) {
    PrintWriter out = command.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
