package io.odoosync.examples.schooltravel;

import io.odoosync.QuarantinedRecord;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.store.SyncLogEntry;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the demonstration tells a person. */
final class Printout {

  /** How many differences are listed. */
  static final int MAX_DIFFERENCES = 20;

  private final PrintStream out;

  Printout(PrintStream out) {
    this.out = out;
  }

  PrintStream out() {
    return out;
  }

  void line(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }

  void report(SyncReport report) {
    line("");
    line(
        "  %-8s %5s %8s %8s %7s %10s %10s %7s %8s %12s %7s",
        "",
        "read",
        "created",
        "updated",
        "pulled",
        "conflicts",
        "unchanged",
        "failed",
        "blocked",
        "quarantined",
        "time");
    report.stages().forEach(this::stage);
    line(
        "  %s in all, %d calls, %d retries, %d KiB sent, %d KiB received",
        seconds(report.duration()),
        report.traffic().calls(),
        report.traffic().retries(),
        report.traffic().bytesSent() / 1024,
        report.traffic().bytesReceived() / 1024);
    line("");
  }

  private void stage(StageReport stage) {
    line(
        "  %-8s %5d %8d %8d %7d %10d %10d %7d %8d %12d %7s",
        stage.type(),
        stage.read(),
        stage.created(),
        stage.updated(),
        stage.pulled(),
        stage.conflicted(),
        stage.unchanged(),
        stage.failed(),
        stage.blocked(),
        stage.quarantined(),
        seconds(stage.duration()));
  }

  void plan(SyncPlan plan) {
    line("The sync plans to change %d records, for example", plan.records().size());
    new PlanExcerpt(plan).lines().forEach(each -> line("%s", each));
    line("");
  }

  /** What {@code sync_logs} keep of the conflicts of a run, newest first. */
  void conflicts(List<SyncLogEntry> conflicts) {
    if (conflicts.isEmpty()) {
      return;
    }
    line("%d conflicts; who won is in sync_logs, for example", conflicts.size());
    Map<String, SyncLogEntry> examples = new LinkedHashMap<>();
    conflicts.forEach(entry -> examples.putIfAbsent(field(entry), entry));
    examples.values().forEach(entry -> line("  %s %s", entry.key(), entry.message()));
    line("");
  }

  private static String field(SyncLogEntry conflict) {
    return conflict.type() + " " + conflict.message().replaceFirst(":.*", "");
  }

  void quarantine(List<QuarantinedRecord> records) {
    if (records.isEmpty()) {
      return;
    }
    line("In quarantine, because they keep failing");
    records.stream()
        .limit(MAX_DIFFERENCES)
        .forEach(
            record ->
                line("  %s, %d times: %s", record.key(), record.failures(), record.failure()));
    line("");
  }

  void pages(Path plan, Path report) {
    line("As pages for a browser");
    line("  %-14s %s", "the plan", plan.toAbsolutePath());
    line("  %-14s %s", "the report", report.toAbsolutePath());
    line("");
  }

  void figures(OdooFigures figures, Amounts local) {
    line("Counted in Odoo itself");
    figures.records().forEach((type, count) -> line("  %-14s %d", type.model(), count));
    line("  %-14s %s, %d won", "leads in stage", figures.leadsByStage(), figures.wonLeads());
    Amounts there = figures.sum();
    line(
        "  %-14s %s EUR + %s EUR tax = %s EUR in Odoo",
        "invoiced", there.untaxed(), there.tax(), there.total());
    line(
        "  %-14s %s EUR + %s EUR tax = %s EUR here",
        "", local.untaxed(), local.tax(), local.total());
    line("");
  }

  void verdict(List<String> differences) {
    if (differences.isEmpty()) {
      line("All in step.");
      return;
    }
    line("NOT in step:");
    differences.stream().limit(MAX_DIFFERENCES).forEach(difference -> line("  %s", difference));
    if (differences.size() > MAX_DIFFERENCES) {
      line("  ... and %d more", differences.size() - MAX_DIFFERENCES);
    }
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
