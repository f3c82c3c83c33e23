package io.odoosync.tool;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.report.PastRun;
import io.odoosync.report.SyncHistory;
import io.odoosync.store.SyncLogEntry;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells the last runs, or the life of one record. */
@Command(
    name = "history",
    description = {
      "Tells, from the application's database, the last runs, or what happened to one record:",
      "  history",
      "  history CONTACT teacher/42",
      "Newest first. Exit code 0, also if there is nothing to tell."
    },
    mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final DatabaseOptions database;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "KIND",
      description = "Of a record: ${COMPLETION-CANDIDATES}.")
  private @Nullable EntityType type;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "KEY",
      description = "The record's local key, such as teacher/42.")
  private @Nullable String key;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many runs or entries at most. Default: ${DEFAULT-VALUE}.")
  private int limit;

  HistoryCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.database = new DatabaseOptions(surroundings);
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw ToolException.usage("--limit must be at least 1, but is " + limit);
    } else if ((type == null) != (key == null)) {
      throw ToolException.usage("a record is named by its kind and its key: CONTACT teacher/42");
    }
    SyncHistory history = database.history();
    List<String> lines =
        type == null || key == null
            ? history.runs(limit).stream().map(HistoryCommand::line).toList()
            : history.of(type, parsed(key)).stream()
                .limit(limit)
                .map(HistoryCommand::line)
                .toList();
    lines.forEach(line -> surroundings.out().println(surroundings.redacted(line)));
    if (lines.isEmpty()) {
      surroundings.err().println("nothing to tell");
    }
    return Main.WELL;
  }

  private static LocalKey parsed(String key) {
    try {
      return LocalKey.parse(key);
    } catch (IllegalArgumentException e) {
      throw ToolException.usage(String.valueOf(e.getMessage()));
    }
  }

  private static String line(PastRun run) {
    String how = run.status() == null ? "unknown" : run.status().name();
    String first = run.summary().lines().findFirst().orElse("");
    return run.endedAt()
        + "  "
        + (run.isSuccessful() ? "IN STEP" : how.equals("COMPLETED") ? "NOT ALL IN STEP" : how)
        + "  "
        + run.runId()
        + "  "
        + first;
  }

  private static String line(SyncLogEntry entry) {
    return entry.at()
        + "  "
        + entry.event()
        + "  "
        + entry.message()
        + (entry.advice() == null ? "" : "  To do: " + entry.advice());
  }
}
