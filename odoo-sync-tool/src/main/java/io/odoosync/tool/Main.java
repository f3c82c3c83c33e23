package io.odoosync.tool;

import io.odoosync.jdbc.JdbcStoreException;
import io.odoosync.odoo.OdooException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * {@code java -jar odoo-sync-tool.jar check|plan|report|history}: what an administrator wants to
 * know without writing a line of code. Reads only; writes nothing but the file that {@code
 * --output} names.
 */
@Command(
    name = "odoo-sync-tool",
    description = "Looks at a connection to Odoo, and at what runs of odoo-sync did.",
    subcommands = HelpCommand.class,
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all is well: ready, whole, in step",
      "1:it is not: not ready, a plan that ends early, a run that did not bring all in step",
      "2:the command was not understood, or an option or a secret is missing",
      "3:it could not be found out: a file, a database, a run that is not there"
    },
    footerHeading = "%nSecrets:%n",
    footer = {
      "  Never on the command line, where everybody on the machine sees them: the API key from"
          + " ODOO_API_KEY, --key-file or --key-stdin, a database's password from"
          + " ODOO_SYNC_DB_PASSWORD or --db-password-file; else they are asked for."
    })
public final class Main {

  static final int WELL = 0;
  static final int NOT_WELL = 1;
  static final int USAGE = 2;
  static final int NOT_FOUND_OUT = 3;

  private Main() {}

  /**
   * Does what the arguments say, and ends the process with its exit code.
   *
   * @param arguments a command and its options; {@code --help} tells them
   */
  public static void main(String[] arguments) {
    System.exit(run(Surroundings.ofProcess(), arguments));
  }

  /**
   * The commands with their options, for who describes them.
   *
   * @return picocli's model of the program
   */
  public static CommandLine.Model.CommandSpec description() {
    return commands(Surroundings.ofProcess()).getCommandSpec();
  }

  private static CommandLine commands(Surroundings surroundings) {
    CommandLine line = new CommandLine(new Main());
    List.of(
            new CheckCommand(surroundings),
            new PlanCommand(surroundings),
            new ReportCommand(surroundings),
            new HistoryCommand(surroundings))
        .forEach(line::addSubcommand);
    return line;
  }

  /** Does what the arguments say; returns the exit code. */
  static int run(Surroundings surroundings, String... arguments) {
    CommandLine line = commands(surroundings);
    line.setOut(surroundings.out());
    line.setErr(surroundings.err());
    line.setUsageHelpAutoWidth(true);
    line.setExecutionExceptionHandler((thrown, command, parsed) -> told(thrown, surroundings));
    int status = line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    surroundings.out().flush();
    surroundings.err().flush();
    return arguments.length == 0 ? USAGE : status;
  }

  /** One line without secrets; what nobody expects comes with its trace. */
  private static int told(Exception thrown, Surroundings surroundings) {
    PrintWriter err = surroundings.err();
    if (thrown instanceof ToolException expected) {
      err.println(surroundings.redacted(String.valueOf(expected.getMessage())));
      return expected.exitCode();
    } else if (thrown instanceof IllegalArgumentException) {
      err.println(surroundings.redacted(String.valueOf(thrown.getMessage())));
      return USAGE;
    } else if (thrown instanceof OdooException
        || thrown instanceof JdbcStoreException
        || thrown instanceof IllegalStateException) {
      err.println(surroundings.redacted(String.valueOf(thrown.getMessage())));
    } else {
      surroundings.safe(thrown).printStackTrace(err);
    }
    return NOT_FOUND_OUT;
  }

  /** What the jar says of itself. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"odoo-sync-tool " + (version == null ? "(not from a jar)" : version)};
    }
  }
}
