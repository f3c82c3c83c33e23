package io.odoosync.report;

import io.odoosync.internal.html.Html;
import io.odoosync.internal.html.Numbers;
import io.odoosync.internal.html.Table;
import io.odoosync.internal.html.Tag;
import io.odoosync.internal.text.Durations;
import java.util.List;
import java.util.Optional;

/** The last runs. */
final class RunSection {

  private RunSection() {}

  static List<Html> of(List<PastRun> runs, String runId) {
    return runs.isEmpty()
        ? List.of()
        : List.of(Tag.of("h2").text("The last runs"), table(runs, runId));
  }

  private static Html table(List<PastRun> runs, String runId) {
    Table table =
        new Table("Newest first")
            .texts("Ended", "How", "What became of the records")
            .numbers("Read", "Changed", "In conflict", "Not done", "Calls", "Took");
    runs.forEach(run -> add(table, run, run.runId().equals(runId)));
    return table.html();
  }

  private static void add(Table table, PastRun run, boolean isThis) {
    Tag row = isThis ? Tag.of("tr", "this").with("aria-current", "true") : Tag.of("tr");
    Html when =
        isThis
            ? Html.all(Numbers.time(run.endedAt()), Html.text(" (this one)"))
            : Numbers.time(run.endedAt());
    table.row(
        row, when, report(run).map(report -> cells(run, report)).orElseGet(() -> unknown(run)));
  }

  /** A run of an earlier version, or of a later one, is told in the words that it left. */
  private static Optional<SyncReport> report(PastRun run) {
    try {
      return Optional.ofNullable(run.report()).map(SyncReport::parse);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<Html> unknown(PastRun run) {
    return List.of(
        Tag.of("td")
            .with("colspan", 8)
            .holding(Tag.of("span", "pale").holding(Words.said(run.summary()))));
  }

  private static List<Html> cells(PastRun run, SyncReport report) {
    List<StageReport> stages = report.stages();
    return List.of(
        Table.cell(ending(run, report)),
        Table.cell(Tally.bar(stages).picture("Records of the run")),
        Table.number(stages.stream().mapToLong(StageReport::read).sum()),
        Table.number(Tally.of(stages, Tally.CREATED, Tally.UPDATED, Tally.PULLED)),
        Table.number(Tally.CONFLICTS.of(stages)),
        Table.number(
            Tally.of(stages, Tally.FAILED, Tally.BLOCKED, Tally.QUARANTINED, Tally.NOT_REACHED)),
        Table.number(report.traffic().calls()),
        Table.number(Durations.words(report.duration())));
  }

  private static Html ending(PastRun run, SyncReport report) {
    return switch (report.status()) {
      case COMPLETED ->
          run.isSuccessful()
              ? Tag.of("span", "good").text("in step")
              : Tag.of("span", "bad").text("not all in step");
      case STOPPED -> Tag.of("span", "bad").text("stopped");
      case CANCELLED -> Tag.of("span", "warn").text("cancelled");
      case ALREADY_RUNNING -> Tag.of("span", "warn").text("did not run");
    };
  }
}
