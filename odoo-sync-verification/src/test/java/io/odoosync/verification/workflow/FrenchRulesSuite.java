package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FailureCause;
import io.odoosync.InvoicingOptions;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.PostalAddress;
import io.odoosync.source.SalesTax;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogLevel;
import io.odoosync.store.SyncLogQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an accountant in France may rely on before invoices are posted. */
abstract class FrenchRulesSuite extends EngineSuite {

  private static final String MENTIONS =
      "Pénalités de retard : 12 %. Indemnité de recouvrement : 40 €. Pas d'escompte.";
  private static final SalesTax T20 = SalesTax.of("T20", "20");

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final SchoolTravel host = new SchoolTravel();
  private FrenchSeller seller;

  @BeforeEach
  void seller() {
    seller = new FrenchSeller(odoo(), mark);
    seller.tax("T20", "20", Map.of());
  }

  private SyncEngineBuilder judging(InvoicingOptions options) {
    return engine(host).taxes(seller.taxes()).invoicing(seller.invoicing(options).build());
  }

  private SyncReport run(InvoicingOptions options) {
    return judging(options).build().run(CONTACT, INVOICE);
  }

  private static LocalKey schoolKey(String name) {
    return LocalKey.of("school", name);
  }

  private Contact.Builder school(String name) {
    return Contact.builder(schoolKey(name))
        .name("École " + name + " " + mark)
        .organisation()
        .email(name + "@" + mark + ".test")
        .companyRegistry("44306184100047")
        .address(
            PostalAddress.builder()
                .street("2 place du Marché")
                .zip("69001")
                .city("Lyon")
                .countryCode("FR")
                .build());
  }

  private Contact.Builder parent(String name) {
    return Contact.builder(schoolKey(name))
        .name("Parent " + name + " " + mark)
        .email(name + "@" + mark + ".test")
        .address(PostalAddress.builder().countryCode("FR").build());
  }

  private static LocalKey key(String id) {
    return LocalKey.of("invoice", id);
  }

  private static Invoice.Builder invoice(String id, String customer) {
    return described(Invoice.builder(key(id), "EUR"), id, customer);
  }

  private static Invoice.Builder described(Invoice.Builder builder, String id, String customer) {
    return builder
        .number("F-" + id)
        .customer(schoolKey(customer))
        .invoiceDate(LocalDate.of(2026, 11, 2))
        .dueDate(LocalDate.of(2026, 12, 2))
        .narration(MENTIONS)
        .lines(List.of(item("Transport", "250.00")));
  }

  private static InvoiceLine item(String what, String price) {
    return InvoiceLine.builder(what).unitPrice(new BigDecimal(price)).taxes(T20).build();
  }

  private String state(String id) {
    return read(INVOICE, key(id), "state").text("state").orElseThrow();
  }

  private static RecordFailure failure(SyncReport report) {
    assertThat(stage(report, INVOICE).failures()).hasSize(1);
    return stage(report, INVOICE).failures().get(0);
  }

  private List<String> warnings(SyncReport report) {
    return log
        .find(SyncLogQuery.all().withRun(report.runId()).withMinimumLevel(SyncLogLevel.WARN))
        .stream()
        .map(SyncLogEntry::message)
        .toList();
  }

  @Test
  void run_invoicesThatKeepTheRules_arePosted() {
    host.put(school("private").build(), parent("parents").build());
    host.put(school("lycee").companyRegistry("11000201100044").build());
    host.put(invoice("1", "private").build());
    host.put(invoice("2", "parents").dueDate(null).narration(null).build());
    host.put(invoice("3", "lycee").purchaseOrderReference("EJ-1").build());
    host.put(described(Invoice.creditNote(key("4"), "EUR", key("1")), "4", "private").build());

    SyncReport report = run(InvoicingOptions.france());

    assertThat(stage(report, INVOICE).failures()).isEmpty();
    for (String id : List.of("1", "2", "3", "4")) {
      assertThat(state(id)).as(id).isEqualTo("posted");
    }
  }

  @Test
  void run_ruleBroken_keepsTheDraftAndNamesTheRule() {
    host.put(school("s").companyRegistry(null).build());
    host.put(invoice("1", "s").build());

    RecordFailure failed = failure(run(InvoicingOptions.france()));

    assertThat(failed.failure().cause()).isEqualTo(FailureCause.BROKEN_RULE);
    assertThat(failed.reason()).contains("BR-FR-11: the SIREN of École s").contains("a draft");
    assertThat(failed.failure().advice()).contains("Enter the customer's SIRET or SIREN");
    assertThat(state("1")).isEqualTo("draft");
  }

  @Test
  void run_severalRulesBroken_namesThemAll() {
    host.put(school("s").build());
    host.put(
        invoice("1", "s")
            .number("F 1")
            .dueDate(LocalDate.of(2026, 10, 1))
            .lines(List.of(InvoiceLine.builder("Repas").unitPrice(BigDecimal.TEN).build()))
            .build());

    assertThat(failure(run(InvoicingOptions.france())).reason())
        .contains("BR-FR-02")
        .contains("BR-FR-CO-07")
        .contains("BR-CO-04: line 1 has no tax");
  }

  @Test
  void run_mendedInOdoo_isPosted() {
    host.put(school("s").build());
    host.put(invoice("1", "s").build());
    seller.write(Map.of("phone", "", "vat", ""));
    assertThat(failure(run(InvoicingOptions.france())).reason()).contains("BR-CO-26");

    seller.complete();
    run(InvoicingOptions.france());

    assertThat(state("1")).isEqualTo("posted");
  }

  @Test
  void run_originalIsHeldBack_holdsItsCreditNoteBack() {
    host.put(school("s").build());
    host.put(invoice("1", "s").number("F 1").build());
    host.put(described(Invoice.creditNote(key("2"), "EUR", key("1")), "2", "s").build());

    SyncReport report = run(InvoicingOptions.france());

    assertThat(stage(report, INVOICE).failures())
        .extracting(RecordFailure::reason)
        .anyMatch(reason -> reason.contains("BR-FR-CO-05"))
        .hasSize(2);
    assertThat(state("2")).isEqualTo("draft");
  }

  @Test
  void run_notPosting_judgesDrafts() {
    host.put(school("s").companyRegistry(null).build());
    host.put(invoice("1", "s").build());

    SyncReport report = run(InvoicingOptions.builder().frenchRules().build());

    assertThat(failure(report).failure().cause()).isEqualTo(FailureCause.BROKEN_RULE);
  }

  @Test
  void run_notAskedTo_judgesNothing() {
    host.put(school("s").companyRegistry(null).build());
    host.put(invoice("1", "s").number("F 1").build());

    SyncReport report = run(InvoicingOptions.builder().posting().build());

    assertThat(stage(report, INVOICE).failures()).isEmpty();
    assertThat(state("1")).isEqualTo("posted");
  }

  @Test
  void run_mentionsMissing_warnsAndPosts() {
    host.put(school("s").build());
    host.put(invoice("1", "s").narration(null).build());

    SyncReport report = run(InvoicingOptions.france());

    assertThat(warnings(report)).anyMatch(warning -> warning.contains("BR-FR-05"));
    assertThat(state("1")).isEqualTo("posted");
  }

  @Test
  void plan_judging_saysSo() {
    host.put(school("s").build());
    run(InvoicingOptions.DEFAULT);
    host.put(invoice("1", "s").build());

    assertThat(judging(InvoicingOptions.france()).build().plan().records())
        .filteredOn(record -> record.key().equals(key("1")))
        .flatExtracting(PlannedRecord::steps)
        .anyMatch(step -> step.contains("it keeps the rules"));
  }
}
