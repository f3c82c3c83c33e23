package io.odoosync.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FailureCause;
import io.odoosync.InvoicingOptions;
import io.odoosync.LocalKey;
import io.odoosync.OdooReference;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.TaxMapping;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.SyncReport;
import io.odoosync.source.ContactSource;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceDocument;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.InvoiceStatus;
import io.odoosync.source.InvoiceTotals;
import io.odoosync.source.SalesTax;
import io.odoosync.store.InMemoryStores;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.StoredRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvoicesGuideTest {

  @TempDir private Path directory;

  // region invoice
  private static Invoice trip(LocalKey key, String number) {
    return Invoice.builder(key, "EUR")
        .number(number)
        .customer(LocalKey.of("teacher", 1))
        .invoiceDate(LocalDate.of(2026, 11, 2))
        .dueDate(LocalDate.of(2026, 12, 2))
        .lines(
            List.of(
                InvoiceLine.section("Rome, 12 to 17 April"),
                InvoiceLine.builder("Journey and hotel")
                    .quantity(new BigDecimal("28"))
                    .unitPrice(new BigDecimal("350.00"))
                    .taxes(SalesTax.of("TVA20", "20"))
                    .build(),
                InvoiceLine.builder("Museum guides")
                    .unitPrice(new BigDecimal("240.00"))
                    .taxes(SalesTax.of("TVA10", "10"))
                    .build()))
        .totals(
            InvoiceTotals.builder()
                .untaxed(new BigDecimal("10040.00"))
                .tax(new BigDecimal("1984.00"))
                .total(new BigDecimal("12024.00"))
                .build())
        .build();
  }

  // endregion

  private static Invoice creditNote() {
    // region credit
    Invoice creditNote =
        Invoice.creditNote(LocalKey.of("bill", 2), "EUR", LocalKey.of("bill", 1))
            .number("A-2026-0002")
            .customer(LocalKey.of("teacher", 1))
            .invoiceDate(LocalDate.of(2026, 11, 9))
            .lines(
                List.of(
                    InvoiceLine.builder("Two travellers less")
                        .quantity(new BigDecimal("2"))
                        .unitPrice(new BigDecimal("350.00"))
                        .taxes(SalesTax.of("TVA20", "20"))
                        .build()))
            .build();
    // endregion
    return creditNote;
  }

  private static Invoice withPdf(Invoice invoice, Path pdf) throws IOException {
    // region document
    InvoiceDocument document =
        new InvoiceDocument("F-2026-0001.pdf", Files.size(pdf), () -> Files.newInputStream(pdf));
    return invoice.toBuilder().document(document).build();
    // endregion
  }

  private static SyncEngineBuilder invoicing(InProcessOdoo server, InvoiceSource invoices) {
    OdooClient odoo = Guide.client(server);
    ContactSource contacts = ContactSource.of(List.of(Guide.ada().build()));
    // region taxes
    SyncEngineBuilder builder =
        SyncEngine.builder(odoo)
            .namespace("__school__")
            .contacts(contacts)
            .invoices(invoices)
            .invoicing(InvoicingOptions.builder().posting().build())
            .taxes(
                TaxMapping.byRate()
                    .with(
                        "TVA20",
                        OdooReference.externalId("account.1_tva_normale"), // from 17 on
                        OdooReference.externalId("l10n_fr.1_tva_normale")) // up to 16
                    .with(
                        "TVA10",
                        OdooReference.externalId("account.1_tva_intermediaire"),
                        OdooReference.externalId("l10n_fr.1_tva_intermediaire")));
    // endregion
    return builder.stores(new InMemoryStores());
  }

  private static StoredRecord move(InProcessOdoo server, int bill) {
    return Guide.synced(server, "account_move_bill_" + bill);
  }

  @Test
  void runAll_totalsAgree_isPostedWithItsPdf() throws IOException {
    Path pdf = Files.writeString(directory.resolve("invoice.pdf"), "%PDF-1.4");
    Invoice invoice = withPdf(trip(LocalKey.of("bill", 1), "F-2026-0001"), pdf);
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      SyncReport report =
          invoicing(server, InvoiceSource.of(List.of(invoice, creditNote()))).build().runAll();

      assertThat(report.isSuccessful()).as("%s", report).isTrue();
      assertThat(move(server, 1).text("state")).isEqualTo("posted");
      assertThat(move(server, 1).number("amount_total")).isEqualTo(12024.00);
      assertThat(move(server, 2).text("move_type")).isEqualTo("out_refund");
      assertThat(server.records("ir.attachment"))
          .anySatisfy(file -> assertThat(file.text("name")).isEqualTo("F-2026-0001.pdf"));
    }
  }

  @Test
  void runAll_totalsDiffer_staysADraft() {
    Invoice wrong =
        trip(LocalKey.of("bill", 1), "F-2026-0001").toBuilder()
            .totals(InvoiceTotals.builder().total(new BigDecimal("12000.00")).build())
            .build();
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      SyncReport report = invoicing(server, InvoiceSource.of(List.of(wrong))).build().runAll();

      assertThat(report.stages())
          .flatExtracting(stage -> stage.failures())
          .extracting(RecordFailure::reason)
          .singleElement()
          .asString()
          .contains("12024", "12000");
      assertThat(move(server, 1).text("state")).isEqualTo("draft");
    }
  }

  @Test
  void runAll_invoiceIsPaid_sourceHearsOfIt() {
    List<InvoiceStatus> told = new ArrayList<>();
    Invoice invoice = trip(LocalKey.of("bill", 1), "F-2026-0001");
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      SyncEngine engine = invoicing(server, new Bills(invoice, told)).build();
      engine.runAll();
      server.person().pay(move(server, 1).id());

      engine.runAll();

      assertThat(told).hasSize(2);
      assertThat(told.get(0).isSettled()).isFalse();
      assertThat(told.get(1).isSettled()).isTrue();
    }
  }

  /** A source that wants to know what becomes of its invoices. */
  private record Bills(Invoice invoice, List<InvoiceStatus> told) implements InvoiceSource {

    @Override
    public Stream<Invoice> invoices() {
      return Stream.of(invoice);
    }

    // region status
    @Override
    public boolean wantsStatus() {
      return true;
    }

    @Override
    public void apply(InvoiceStatus status) {
      told.add(status); // number, state, payment, credit notes: store and commit it
    }
    // endregion
  }

  @Test
  void runAll_frenchRules_holdBackWhatBreaksOne() {
    Invoice invoice = trip(LocalKey.of("bill", 1), "F-2026-0001");
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      SyncEngineBuilder builder = invoicing(server, InvoiceSource.of(List.of(invoice)));
      // region france
      SyncEngine engine = builder.invoicing(InvoicingOptions.france()).build();
      // endregion

      SyncReport report = engine.runAll();

      assertThat(report.stages())
          .flatExtracting(stage -> stage.failures())
          .extracting(RecordFailure::cause)
          .containsExactly(FailureCause.BROKEN_RULE);
      assertThat(move(server, 1).text("state")).isEqualTo("draft");
    }
  }
}
