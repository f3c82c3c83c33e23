package io.odoosync.examples.schooltravel;

import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

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
        "  %-10s %6s %8s %8s %10s %7s %8s %8s",
        "", "read", "created", "updated", "unchanged", "failed", "blocked", "time");
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
        "  %-10s %6d %8d %8d %10d %7d %8d %8s",
        stage.type(),
        stage.read(),
        stage.created(),
        stage.updated(),
        stage.unchanged(),
        stage.failed(),
        stage.blocked(),
        seconds(stage.duration()));
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
