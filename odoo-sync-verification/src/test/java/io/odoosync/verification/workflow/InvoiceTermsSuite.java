package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.verification.workflow.InvoiceTable.item;
import static io.odoosync.verification.workflow.InvoiceTable.key;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.InvoicingOptions;
import io.odoosync.OdooReference;
import io.odoosync.TaxMapping;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.SalesTax;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose sale an invoice is, what it deducts, and what it names that Odoo no longer has. */
abstract class InvoiceTermsSuite extends EngineSuite {

  private static final InvoicingOptions DRAFTS = InvoicingOptions.DEFAULT;
  private static final InvoicingOptions POSTING = InvoicingOptions.builder().posting().build();
  private static final SalesTax VAT = SalesTax.of("TVA20", "20");

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final InvoiceHost host = new InvoiceHost();

  private SyncReport run(TaxMapping taxes, InvoicingOptions options) {
    SchoolTravel contacts = new SchoolTravel();
    contacts.put(teacher(1).build());
    return engine(contacts)
        .invoices(host)
        .taxes(taxes)
        .invoicing(options)
        .build()
        .run(CONTACT, INVOICE);
  }

  private SyncReport run(InvoicingOptions options) {
    return run(io.odoosync.verification.odoo.FrenchChart.TAXES, options);
  }

  private static Invoice.Builder invoice(String id, InvoiceLine... lines) {
    return Invoice.builder(key(id), "EUR")
        .number("F-" + id)
        .customer(teacherKey(1))
        .invoiceDate(LocalDate.of(2026, 11, 2))
        .lines(List.of(lines));
  }

  private OdooRecord move(String id, String... fields) {
    return read(INVOICE, key(id), fields);
  }

  private static void assertSuccessful(SyncReport report) {
    assertThat(report.isSuccessful()).as("%s", report).isTrue();
  }

  @Test
  void run_noSalespersonGiven_isNobodysSale() {
    host.put(
        invoice("i", item("1", "100.00", VAT)).build(),
        Invoice.creditNote(key("note"), "EUR", null)
            .customer(teacherKey(1))
            .lines(List.of(item("1", "10.00", VAT)))
            .build());
    assertSuccessful(run(DRAFTS));
    for (String id : List.of("i", "note")) {
      assertThat(move(id, "invoice_user_id").reference("invoice_user_id")).as(id).isEmpty();
      assertThat(move(id, "team_id").reference("team_id")).as(id).isEmpty();
    }
  }

  @Test
  void run_salespersonAndTeamGiven_areTheInvoices() {
    OdooRecord team =
        client().searchRead("crm.team", Domain.all(), List.of("name"), Page.first(1)).get(0);
    host.put(invoice("i", item("1", "100.00", VAT)).build());
    assertSuccessful(
        run(
            InvoicingOptions.builder()
                .salesperson(OdooReference.name(odoo().person().login()))
                .team(OdooReference.id(team.id()))
                .build()));
    assertThat(move("i", "invoice_user_id").reference("invoice_user_id")).isPresent();
    assertThat(move("i", "team_id").reference("team_id")).hasValue(team.id());
  }

  @Test
  void run_unknownSalesperson_stopsBeforeAnythingIsWritten() {
    host.put(invoice("i", item("1", "100.00", VAT)).build());
    SyncReport report =
        run(
            InvoicingOptions.builder()
                .salesperson(OdooReference.name("nobody" + mark + "@example.com"))
                .build());
    assertThat(report.stopped()).isNotNull().asString().contains("Odoo has no internal user");
    assertThat(writes()).isEmpty();
  }

  @Test
  void run_deductions_arePosted() {
    host.put(
        invoice("quantity", item("3", "100.00", VAT), item("-1", "50.00", VAT)).build(),
        invoice("price", item("3", "100.00", VAT), item("1", "-50.00", VAT)).build(),
        invoice("both", item("-1", "-250.00", VAT)).build(),
        Invoice.creditNote(key("note"), "EUR", null)
            .customer(teacherKey(1))
            .lines(List.of(item("3", "100.00", VAT), item("-1", "50.00", VAT)))
            .build());
    assertSuccessful(run(POSTING));
    for (String id : List.of("quantity", "price", "both", "note")) {
      OdooRecord move = move(id, "state", "amount_total");
      assertThat(move.text("state")).as(id).hasValue("posted");
      assertThat(move.number("amount_total").orElseThrow()).as(id).isEqualByComparingTo("300");
    }
  }

  @Test
  void run_negativeTotal_isNotSentAndTheWayOutIsTold() {
    host.put(invoice("i", item("1", "100.00", VAT), item("-2", "100.00", VAT)).build());
    SyncReport report = run(POSTING);
    assertThat(stage(report, INVOICE).failures().get(0).reason())
        .contains("line 2: quantity -2 is negative", "-100", "Issue it as a credit note");
    assertThat(writes()).doesNotContain("account.move.load");
  }

  /** Sent and agreed, then archived: the invoice is posted, documents and status go on. */
  @Test
  void run_taxProductAndTermArchivedAfterItWasSent_isPostedAllTheSame() {
    Bookkeeping books = new Bookkeeping(odoo(), mark);
    books.tax("T7", "7");
    String product = books.product();
    InvoiceLine coach =
        InvoiceLine.builder("Coach")
            .unitPrice(InvoiceTable.number("100"))
            .taxes(SalesTax.of("T7", "7"))
            .product(product)
            .build();
    OdooClient admin = odoo().clientOf(odoo().administrator());
    long term =
        admin.create("account.payment.term", List.of(Map.of("name", "Term " + mark))).get(0);
    host.put(invoice("i", coach).paymentTerm(OdooReference.name("Term " + mark)).build());
    assertSuccessful(run(books.taxes(), DRAFTS));
    long line = move("i", "invoice_line_ids").references("invoice_line_ids").get(0);
    OdooRecord sent = client().read("account.move.line", Set.of(line), List.of("tax_ids")).get(0);
    books.archiveProduct(product);
    admin.write("account.payment.term", List.of(term), Map.of("active", false));
    admin.write("account.tax", sent.references("tax_ids"), Map.of("active", false));

    assertSuccessful(run(books.taxes(), POSTING));

    assertThat(move("i", "state").text("state")).hasValue("posted");
  }
}
