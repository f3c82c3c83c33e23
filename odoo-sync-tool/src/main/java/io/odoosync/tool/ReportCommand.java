package io.odoosync.tool;

import io.odoosync.report.PastRun;
import io.odoosync.report.SyncHistory;
import io.odoosync.report.SyncReport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the report of a run that is past. */
@Command(
    name = "report",
    description = {
      "Shows what a run did, from the application's database: as lines, or as a page with conflicts"
          + " and the last runs.",
      "Exit code 0 if it brought all in step, 1 if not."
    },
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  @Mixin private final DatabaseOptions database;
  @Mixin private final OutputOptions output;

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "The run's id, as the log and history have it. Default: the last run.")
  private @Nullable String run;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "A saved report (what SyncReport.toJson() gave) instead of a database.")
  private @Nullable Path file;

  ReportCommand(Surroundings surroundings) {
    this.database = new DatabaseOptions(surroundings);
    this.output = new OutputOptions(surroundings);
  }

  @Override
  public Integer call() {
    return file == null ? fromDatabase(database.history()) : fromFile(Surroundings.read(file));
  }

  private int fromFile(String json) {
    SyncReport report = read(() -> SyncReport.parse(json));
    return shown(report, output.isHtml() ? report.toHtml() : report.toString());
  }

  private int fromDatabase(SyncHistory history) {
    String id = run == null ? last(history) : run;
    SyncReport report =
        read(() -> history.report(id))
            .orElseThrow(() -> ToolException.notFoundOut("the log has no report of run " + id));
    return shown(report, output.isHtml() ? history.page(report).toHtml() : report.toString());
  }

  private static <T> T read(Supplier<T> report) {
    try {
      return report.get();
    } catch (IllegalArgumentException e) {
      throw ToolException.notFoundOut(String.valueOf(e.getMessage()), e);
    }
  }

  private int shown(SyncReport report, String text) {
    output.write(text);
    return report.isSuccessful() ? Main.WELL : Main.NOT_WELL;
  }

  private static String last(SyncHistory history) {
    List<PastRun> runs = history.runs(1);
    if (runs.isEmpty()) {
      throw ToolException.notFoundOut("the log has no run that ended");
    }
    return runs.get(0).runId();
  }
}
