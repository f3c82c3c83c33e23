package io.odoosync.benchmarks;

import io.odoosync.benchmarks.endtoend.Calls;
import io.odoosync.benchmarks.endtoend.EndToEnd;
import io.odoosync.benchmarks.endtoend.Far;
import io.odoosync.benchmarks.endtoend.Saves;
import io.odoosync.benchmarks.micro.Micro;
import io.odoosync.benchmarks.million.Kills;
import io.odoosync.benchmarks.million.Million;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The commands; {@code dev/benchmarks} starts it. */
@Command(
    name = "dev/benchmarks",
    description = "Measures odoo-sync; docs/site/benchmarks.md says what the figures mean.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      EndToEnd.class,
      Far.class,
      Saves.class,
      Calls.class,
      Million.class,
      Kills.class,
      Micro.class,
      HelpCommand.class
    })
public final class Benchmarks {

  private Benchmarks() {}

  /**
   * Runs a command.
   *
   * @param arguments its name and options
   */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Benchmarks()).execute(arguments));
  }
}
