package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.verification.workflow.SchoolTravel.invoiceKey;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.InvoicingOptions;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Odoo takes values for fields that it calls read-only, or drops them without a word. */
class IgnoredFieldTest extends EngineSuite {

  private final InProcessOdoo server = InProcessOdoo.start(OdooRelease.V20);
  private final OdooUnderTest odoo = OdooUnderTest.of(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  OdooUnderTest odoo() {
    return odoo;
  }

  @ParameterizedTest
  @CsvSource({"invoice_date, EUR", "currency_id, USD"})
  void run_valueOfADraftIsIgnored_isNotPosted(String field, String currency) {
    server.schema().makeReadonly("account.move", field);
    InvoiceHost invoices = new InvoiceHost();
    invoices.put(
        Invoice.builder(invoiceKey("i1"), currency)
            .customer(teacherKey(1))
            .invoiceDate(LocalDate.of(2026, 11, 2))
            .lines(List.of(InvoiceLine.builder("Rome").unitPrice(new BigDecimal(100)).build()))
            .build());
    SchoolTravel contacts = new SchoolTravel();
    contacts.put(teacher(1).build());

    SyncReport report =
        engine(contacts)
            .invoices(invoices)
            .invoicing(InvoicingOptions.builder().posting().build())
            .build()
            .run(CONTACT, INVOICE);

    assertThat(stage(report, INVOICE).failures())
        .singleElement()
        .extracting(RecordFailure::reason)
        .asString()
        .contains("Odoo did not take account.move." + field, "it stays a draft");
    assertThat(read(INVOICE, invoiceKey("i1"), "state").text("state")).hasValue("draft");
  }
}
