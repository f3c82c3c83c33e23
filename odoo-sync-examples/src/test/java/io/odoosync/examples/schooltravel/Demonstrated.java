package io.odoosync.examples.schooltravel;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import java.nio.file.Path;

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
        .containsEntry(EntityType.INVOICE, 80L);
    assertThat(figures.leadsByStage())
        .hasSize(3)
        .containsEntry("New", 20L)
        .containsEntry("Qualified", 20L)
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
