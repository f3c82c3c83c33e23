package io.odoosync.examples.schooltravel;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.conflict.Winner;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import java.nio.file.Path;
import java.util.Map;

/** What must hold after the demonstration, whichever Odoo it used. */
final class Demonstrated {

  private Demonstrated() {}

  static void createdEverything(SyncReport report) {
    created(report, 500, 60, 80);
  }

  static void createdNothing(SyncReport report) {
    created(report, 0, 0, 0);
  }

  static void changedNothing(SyncReport report) {
    createdNothing(report);
    assertThat(report.stages()).extracting(StageReport::updated).containsOnly(0L);
    assertThat(report.stages()).extracting(StageReport::pulled).containsOnly(0L);
    assertThat(report.stages()).extracting(StageReport::conflicted).containsOnly(0L);
  }

  /**
   * What a day's work in Odoo and on both sides comes to. What is done here only Odoo may have
   * already, from before this database was lost.
   */
  static void workedBothWays(SyncReport report) {
    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    StageReport contacts = report.stage(EntityType.CONTACT).orElseThrow();
    assertThat(contacts.pulled()).isEqualTo(8);
    assertThat(contacts.conflicts()).isEqualTo(Map.of(Winner.ODOO, 5L, Winner.LOCAL, 3L));
    StageReport travels = report.stage(EntityType.TRAVEL).orElseThrow();
    assertThat(travels.pulled()).isEqualTo(4);
    assertThat(travels.conflicts()).isEqualTo(Map.of(Winner.LOCAL, 1L));
  }

  static void sentWhatWasDoneHere(SyncReport report) {
    assertThat(report.stage(EntityType.CONTACT).orElseThrow().updated()).isEqualTo(16);
    assertThat(report.stage(EntityType.TRAVEL).orElseThrow().updated()).isEqualTo(5);
    created(report, 0, 0, 1);
  }

  static void plannedWhatWasDone(SyncPlan plan, SyncReport report) {
    long changed =
        report.stages().stream().mapToLong(stage -> stage.read() - stage.unchanged()).sum();
    assertThat(plan.stopped()).isNull();
    assertThat(plan.records()).hasSize(Math.toIntExact(changed));
  }

  private static void created(SyncReport report, long contacts, long travels, long invoices) {
    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(report.stages())
        .extracting(StageReport::created)
        .containsExactly(contacts, travels, invoices);
  }

  static void figures(OdooFigures figures) {
    assertThat(figures.records())
        .containsEntry(EntityType.CONTACT, 500L)
        .containsEntry(EntityType.TRAVEL, 60L)
        .containsEntry(EntityType.INVOICE, 81L);
    assertThat(figures.leadsByStage())
        .hasSize(3)
        .containsEntry("New", 17L)
        .containsEntry("Qualified", 23L)
        .containsEntry("Won", 20L);
    assertThat(figures.wonLeads()).isEqualTo(20);
  }

  static void localColumns(Path file, long runs) {
    try (SchoolDatabase database = SchoolDatabase.open(file)) {
      assertThat(database.count("teacher WHERE odoo_partner_id IS NULL")).isZero();
      assertThat(database.count("guest WHERE odoo_partner_id IS NULL")).isZero();
      assertThat(database.count("travel WHERE odoo_lead_id IS NULL")).isZero();
      assertThat(database.count("invoice WHERE validated AND odoo_invoice_id IS NULL")).isZero();
      assertThat(database.count("invoice WHERE NOT validated AND odoo_invoice_id > 0")).isZero();
      assertThat(database.count("sync_logs WHERE event = 'RUN_FINISHED'")).isEqualTo(runs);
    }
  }
}
