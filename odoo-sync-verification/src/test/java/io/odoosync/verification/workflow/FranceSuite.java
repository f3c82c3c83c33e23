package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.verification.workflow.InvoiceTable.item;
import static io.odoosync.verification.workflow.InvoiceTable.key;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.ContactOptions;
import io.odoosync.EntityType;
import io.odoosync.FailureCause;
import io.odoosync.InvoicingOptions;
import io.odoosync.LocalKey;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.InvoiceStatus;
import io.odoosync.source.PostalAddress;
import io.odoosync.source.SalesTax;
import io.odoosync.store.SyncEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a company in France needs to have in its Odoo, wherever the release keeps it. */
abstract class FranceSuite extends LivedInSuite {

  private static final InvoicingOptions POSTING = InvoicingOptions.builder().posting().build();
  private static final SalesTax VAT = SalesTax.of("TVA20", "20");
  private static final PostalAddress IN_FRANCE = PostalAddress.builder().countryCode("FR").build();

  private final InvoiceHost invoices = new InvoiceHost();

  /** A number of establishment that no other test uses. */
  private String siret() {
    return checked(checked(tag.substring(5) + "732") + "0001");
  }

  /** With the digit that makes every second one, doubled, add up to tens. */
  private static String checked(String digits) {
    int sum =
        IntStream.range(0, digits.length())
            .map(place -> (digits.charAt(digits.length() - 1 - place) - '0') * (2 - place % 2))
            .map(part -> part / 10 + part % 10)
            .sum();
    return digits + (10 - sum % 10) % 10;
  }

  private Contact.Builder school(int number) {
    return named(number).organisation().address(IN_FRANCE);
  }

  private SyncReport run(SchoolTravel host) {
    return engine(host).build().run(CONTACT);
  }

  private boolean has(String model, String field) {
    return client().fieldsGet(model, List.of()).containsKey(field);
  }

  private Optional<String> placeOfSirets() {
    return Stream.of("l10n_fr_siret", "company_registry", "siret")
        .filter(field -> has("res.partner", field))
        .findFirst();
  }

  private Optional<String> registry(int number, String field) {
    return read(CONTACT, teacherKey(number), field).text(field);
  }

  @Test
  void runAll_siret_isWhereTheReleaseKeepsIt() {
    String siret = siret();
    SyncReport report = run(contacts(school(1).companyRegistry(spaced(siret)).build()));

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    placeOfSirets()
        .ifPresentOrElse(
            place -> assertThat(registry(1, place)).as(place).hasValue(siret),
            () -> assertThat(logged(report, SyncEvent.FIELD_LEFT_OUT)).hasSize(1));
    if (has("res.partner", "siret")) {
      assertThat(registry(1, "siret")).hasValue(siret);
    }
  }

  private static String spaced(String siret) {
    return siret.substring(0, 3) + " " + siret.substring(3, 9) + "\u00a0" + siret.substring(9);
  }

  @Test
  void runAll_registryChangedOnEitherSide_comesToTheOther() {
    String place = placeOfSirets().orElseThrow();
    String siret = siret();
    String other = checked(siret.substring(0, 9) + "0002");
    SchoolTravel host = contacts(school(1).companyRegistry(siret).build());
    run(host);

    host.put(school(1).companyRegistry(other).build());
    assertThat(stage(run(host), CONTACT).updated()).isEqualTo(1);
    assertThat(registry(1, place)).hasValue(other);
    assertThat(stage(run(host), CONTACT).unchanged()).isEqualTo(1);

    edit(id(CONTACT, teacherKey(1)), Map.of(place, siret));
    engine(host).conflictPolicy(ConflictPolicy.odooWins()).build().run(CONTACT);
    assertThat(host.taken()).containsExactly("companyRegistry: '" + other + "' → '" + siret + "'");
  }

  /** Up to 15 only the French app has a field, for a SIRET; 20 has one for all, as a whole. */
  @Test
  void runAll_numberThatTheReleaseHasNoPlaceFor_isLeftOutAndTold() {
    SyncReport report =
        run(contacts(named(1).organisation().companyRegistry("HRB " + tag).build()));

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    if (has("res.partner", "company_registry")) {
      assertThat(registry(1, "company_registry")).hasValue("HRB " + tag);
    } else {
      assertTold("res.partner.company_registry", report);
    }
    if (has("res.partner", "additional_identifiers")) {
      assertThat(
              read(CONTACT, teacherKey(1), "additional_identifiers")
                  .values()
                  .get("additional_identifiers")
                  .get("OTHER")
                  .text())
          .hasValue("HRB " + tag);
    }
  }

  @Test
  void runAll_wrongNumbers_failByNameAndTheOthersGoOn() {
    String siret = siret();
    String mistyped = siret.substring(0, 13) + (siret.charAt(13) - '0' + 1) % 10;
    SchoolTravel host =
        contacts(
            school(1).companyRegistry(mistyped).build(),
            school(2).vat("FR24334175221").build(),
            school(3).vat("FR23334175221").companyRegistry(siret).build(),
            school(4).vat("FR23334175221").build());

    SyncReport report = run(host);

    assertThat(stage(report, CONTACT).created()).as("%s", report).isEqualTo(1);
    assertThat(stage(report, CONTACT).failures())
        .allMatch(failed -> failed.failure().cause() == FailureCause.INVALID_RECORD);
    assertThat(reason(report, 1)).contains("'" + mistyped + "' is no SIRET");
    assertThat(reason(report, 2)).contains("'FR24334175221' has check digits that do not fit");
    assertThat(reason(report, 3)).contains("is of the company 334175221, but company registry");
    ContactOptions asTheyAre = ContactOptions.builder().uncheckedNumbers().build();
    SyncReport unchecked =
        engine(contacts(school(5).companyRegistry(mistyped).build()))
            .contactOptions(asTheyAre)
            .build()
            .run(CONTACT);
    assertThat(stage(unchecked, CONTACT).failures())
        .noneMatch(failed -> failed.reason().contains("is no SIRET"));
  }

  private static String reason(SyncReport report, int number) {
    return stage(report, CONTACT).failures().stream()
        .filter(failed -> failed.key().equals(teacherKey(number)))
        .map(RecordFailure::reason)
        .findFirst()
        .orElse("");
  }

  private SyncReport bill(InvoicingOptions options, Invoice... records) {
    invoices.put(records);
    SchoolTravel customer = contacts(named(1).build());
    return engine(customer).invoices(invoices).invoicing(options).build().run(CONTACT, INVOICE);
  }

  private static Invoice.Builder invoice(String id, InvoiceLine... lines) {
    return Invoice.builder(key(id), "EUR")
        .number("F-" + id)
        .customer(teacherKey(1))
        .invoiceDate(LocalDate.of(2026, 11, 2))
        .lines(List.of(lines));
  }

  @Test
  void runAll_publicCustomer_referencesAreWhereTheReleaseKeepsThem() {
    SyncReport report =
        bill(
            InvoicingOptions.DEFAULT,
            publicInvoice("i").build(),
            publicInvoice("j").reference("R-1").build());

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertText("buyer_reference", "SERVICE1", report);
    assertText("purchase_order_reference", "ENG-7", report);
    boolean ordered = has(INVOICE.model(), "purchase_order_reference");
    assertThat(move("i", "ref").text("ref")).hasValue(ordered ? "F-i" : "ENG-7");
    assertThat(move("j", "ref").text("ref")).hasValue("R-1");
    if (has(INVOICE.model(), "delivery_date")) {
      assertThat(move("i", "delivery_date").date("delivery_date"))
          .hasValue(LocalDate.of(2026, 10, 30));
    } else {
      assertTold("account.move.delivery_date", report);
    }
  }

  private static Invoice.Builder publicInvoice(String id) {
    return invoice(id, item("1", "100.00", VAT))
        .buyerReference("SERVICE1")
        .purchaseOrderReference("ENG-7")
        .deliveryDate(LocalDate.of(2026, 10, 30));
  }

  private void assertText(String field, String value, SyncReport report) {
    if (has(INVOICE.model(), field)) {
      assertThat(move("i", field).text(field)).hasValue(value);
    } else {
      assertTold("account.move." + field, report);
    }
  }

  /** Once for the run, however many records have it. */
  private void assertTold(String field, SyncReport report) {
    assertThat(logged(report, SyncEvent.FIELD_LEFT_OUT))
        .filteredOn(message -> message.contains(field))
        .hasSize(1);
  }

  private OdooRecord move(String id, String... fields) {
    return read(INVOICE, key(id), fields);
  }

  /** However the host lists them, the deposit comes first. */
  @Test
  void runAll_finalInvoice_takesOffItsDepositAndNamesIt() {
    InvoiceLine deposit = item("1", "30.00", VAT).toBuilder().downPayment().build();
    InvoiceLine taken = item("-1", "30.00", VAT).toBuilder().depositInvoice(key("deposit")).build();

    SyncReport report =
        bill(
            POSTING,
            invoice("final", item("1", "100.00", VAT), taken).build(),
            invoice("deposit", deposit).build());

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(move("final", "amount_total").number("amount_total").orElseThrow())
        .isEqualByComparingTo("84");
    assertThat(move("final", "invoice_origin").text("invoice_origin")).isPresent();
    if (has("account.move.line", "is_downpayment")) {
      assertThat(downPayments("deposit")).containsExactly(true);
      assertThat(downPayments("final")).containsExactly(false, true);
    } else {
      assertTold("account.move.line.is_downpayment", report);
    }
  }

  private List<Boolean> downPayments(String id) {
    List<Long> lines = move(id, "invoice_line_ids").references("invoice_line_ids");
    return client()
        .read("account.move.line", lines.stream().sorted().toList(), List.of("is_downpayment"))
        .stream()
        .sorted((one, other) -> Long.compare(one.id(), other.id()))
        .map(line -> line.flag("is_downpayment"))
        .toList();
  }

  @Test
  void runAll_depositIsNotInOdoo_finalInvoiceWaits() {
    InvoiceLine taken = item("-1", "30.00", VAT).toBuilder().depositInvoice(key("none")).build();

    SyncReport report =
        bill(InvoicingOptions.DEFAULT, invoice("final", item("1", "100.00", VAT), taken).build());

    assertThat(stage(report, EntityType.INVOICE).blocked()).isEqualTo(1);
    assertThat(stage(report, INVOICE).failures())
        .singleElement()
        .extracting(RecordFailure::reason)
        .asString()
        .contains("waits for its deposit " + LocalKey.of("invoice", "none"));
  }

  @Test
  void runAll_invoiceSentToTheCustomer_hostIsToldOnce() {
    bill(POSTING, invoice("i", item("1", "100.00", VAT)).build());
    InvoiceStatus before = invoices.told().get(0);
    assertThat(before.transmission())
        .isIn(InvoiceStatus.Transmission.NONE, InvoiceStatus.Transmission.WAITING);
    invoices.told().clear();
    administrator()
        .write(INVOICE.model(), List.of(id(INVOICE, key("i"))), Map.of("is_move_sent", true));

    bill(POSTING);

    if (before.transmission() == InvoiceStatus.Transmission.NONE) {
      assertThat(invoices.told()).hasSize(1);
      assertThat(invoices.told().get(0).transmission()).isEqualTo(InvoiceStatus.Transmission.SENT);
      assertThat(invoices.told().get(0).transmissionSource()).isEqualTo("is_move_sent");
    }
    invoices.told().clear();
    bill(POSTING);
    assertThat(invoices.told()).isEmpty();
  }
}
