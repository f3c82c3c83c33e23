package io.odoosync.verification.workflow;

import static io.odoosync.verification.workflow.TravelInvoices.abroad;
import static io.odoosync.verification.workflow.TravelInvoices.address;
import static io.odoosync.verification.workflow.TravelInvoices.item;
import static io.odoosync.verification.workflow.TravelInvoices.key;
import static io.odoosync.verification.workflow.TravelInvoices.tax;

import io.odoosync.LocalKey;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.PostalAddress;
import io.odoosync.verification.workflow.TravelInvoices.Draft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** More than 200 invoices: each good kind eight times, each rule broken three times. */
final class TravelCases {

  private static final int GOOD = 8;
  private static final int BAD = 3;

  private final TravelInvoices travels;

  private TravelCases(TravelInvoices travels) {
    this.travels = travels;
  }

  static List<TravelInvoices.Case> of(long seed, String mark) {
    TravelInvoices travels = new TravelInvoices(seed, mark);
    TravelCases cases = new TravelCases(travels);
    cases.good();
    cases.customers();
    cases.documents();
    cases.taxes();
    return travels.cases();
  }

  private void good(String kind, Consumer<Draft> change) {
    travels.add(GOOD, kind, Set.of(), change);
  }

  private void bad(String kind, Consumer<Draft> change, String... rules) {
    travels.add(BAD, kind, Set.of(rules), change);
  }

  private static InvoiceLine stay(String code, String rate) {
    return item("Séjour", "1", "1200.00", tax(code, rate));
  }

  private void good() {
    good("private school", draft -> {});
    good(
        "private school with a VAT number",
        draft -> draft.customer.vat(CompanyNumber.vat(draft.siret)));
    good("parents", travels::parents);
    good(
        "parents, day and term left to Odoo",
        draft -> {
          travels.parents(draft);
          draft.invoice.dueDate(null);
        });
    good(
        "public school, service code",
        draft -> {
          travels.publicBody(draft);
          draft.invoice.buyerReference("INTENDANCE");
        });
    good(
        "town, engagement number",
        draft -> {
          travels.publicBody(draft);
          draft.invoice.purchaseOrderReference("EJ2026001");
        });
    good(
        "school in Germany, 0 % within the EU",
        draft -> {
          abroad(draft, "Berlin", "10115", "DE", "DE129273398");
          draft.only(stay("T0", "0"));
        });
    good("school in Germany, French VAT", draft -> abroad(draft, "Berlin", "10115", "DE", null));
    good(
        "school in Switzerland, export",
        draft -> {
          abroad(draft, "Genève", "1200", "CH", null);
          draft.only(stay("T0", "0"));
        });
    good("margin scheme", draft -> draft.only(stay("Marge", "0")));
    good("exempt lessons beside a travel", draft -> draft.lines.add(stay("TEX", "0")));
    good("deposit", draft -> draft.only(deposit()));
    good(
        "final invoice",
        draft ->
            draft.lines.add(
                InvoiceLine.builder("Acompte versé")
                    .quantity(new BigDecimal("-1"))
                    .unitPrice(new BigDecimal("300.00"))
                    .taxes(tax("T10", "10"))
                    .downPayment()
                    .build()));
    good("credit note", draft -> draft.invoice = note(draft.invoice.build(), 1));
  }

  private static InvoiceLine deposit() {
    return InvoiceLine.builder("Acompte 30 %")
        .unitPrice(new BigDecimal("300.00"))
        .taxes(tax("T10", "10"))
        .downPayment()
        .build();
  }

  /** The same as a credit note of an invoice; of none for 0. */
  private static Invoice.Builder note(Invoice invoice, int original) {
    return Invoice.creditNote(invoice.key(), "EUR", original == 0 ? null : key(original))
        .number(invoice.number())
        .customer(original == 0 ? invoice.customer() : LocalKey.of("school", original))
        .invoiceDate(invoice.invoiceDate());
  }

  private void customers() {
    bad("school without SIREN", draft -> draft.customer.companyRegistry(null), "BR-FR-11");
    bad(
        "wrong check digit",
        draft -> draft.customer.companyRegistry(CompanyNumber.spoilt(draft.siret)),
        "BR-FR-32");
    bad("VAT number of another", draft -> draft.customer.vat(FrenchSeller.VAT), "BR-FR-09");
    bad(
        "school without street",
        draft -> draft.customer.address(address(null, "69001", "FR")),
        "BR-10");
    bad(
        "school without country",
        draft ->
            draft
                .customer
                .companyRegistry(null)
                .address(PostalAddress.builder().street("1 rue").zip("1").city("Lyon").build()),
        "BR-11");
    bad("public school, no reference", travels::publicBody, "CPRO-REFERENCE");
    bad(
        "public school, SIREN only",
        draft -> {
          draft.customer.companyRegistry("110002011");
          draft.invoice.buyerReference("INTENDANCE");
        },
        "CPRO-SIRET");
    bad(
        "long engagement number",
        draft -> {
          travels.publicBody(draft);
          draft.invoice.purchaseOrderReference("E".repeat(51));
        },
        "CPRO-LENGTH");
  }

  private void documents() {
    bad("long number", draft -> draft.invoice.number("V".repeat(36)), "BR-FR-01");
    bad("number with a space", draft -> draft.invoice.number("VS 2026"), "BR-FR-02");
    bad("neither day nor term", draft -> draft.invoice.dueDate(null), "BR-CO-25");
    bad(
        "due before its date",
        draft -> draft.invoice.dueDate(LocalDate.of(2026, 8, 1)),
        "BR-FR-CO-07");
    bad("due in four months", draft -> draft.invoice.dueDate(LocalDate.of(2027, 3, 1)), "L441-10");
    bad(
        "delivered in 1926",
        draft -> draft.invoice.deliveryDate(LocalDate.of(1926, 9, 1)),
        "BR-FR-03");
    bad(
        "credit note of nothing",
        draft -> draft.invoice = note(draft.invoice.build(), 0),
        "BR-FR-CO-05");
    bad("in dollars", draft -> draft.invoice = dollars(draft.invoice.build()), "BR-FR-CO-12");
    bad("mentions missing", draft -> draft.invoice.narration(null), "BR-FR-05");
  }

  private static Invoice.Builder dollars(Invoice invoice) {
    return Invoice.builder(invoice.key(), "USD")
        .number(invoice.number())
        .customer(invoice.customer())
        .invoiceDate(invoice.invoiceDate())
        .dueDate(invoice.dueDate())
        .narration(invoice.narration());
  }

  private void taxes() {
    bad("line without tax", draft -> draft.lines.add(item("Repas", "1", "5.00")), "BR-CO-04");
    bad(
        "line with two taxes",
        draft -> draft.lines.add(item("Repas", "1", "5.00", tax("T10", "10"), tax("T55", "5.5"))),
        "UBL-SR-48");
    bad("0 % without a reason", draft -> draft.only(stay("T0", "0")), "BR-E-10");
    bad("margin scheme unsaid", draft -> draft.only(stay("Marge muette", "0")), "CGI-242-NONIES-A");
    bad("7.7 %", draft -> draft.only(stay("T77", "7.7")), "BR-FR-16");
    bad("S of 0 %", draft -> draft.only(stay("TS0", "0")), "BR-S-05");
    bad("E of 20 %", draft -> draft.only(stay("TE20", "20")), "BR-E-05");
    bad("S with a reason", draft -> draft.only(stay("TSR", "20")), "BR-S-10");
    bad("Z of 20 %", draft -> draft.only(stay("TZ20", "20")), "BR-Z-05");
    bad("AE of 20 %", draft -> draft.only(stay("TAE20", "20")), "BR-AE-05");
    bad("AE without a reason", draft -> draft.only(stay("TAE muette", "0")), "BR-AE-10");
    bad(
        "AE to a school without numbers",
        draft -> {
          abroad(draft, "Berlin", "10115", "DE", null);
          draft.only(stay("TAE", "0"));
        },
        "BR-AE-02");
    bad(
        "within the EU, no VAT number",
        draft -> {
          abroad(draft, "Berlin", "10115", "DE", null);
          draft.only(stay("T0", "0"));
        },
        "BR-IC-02");
    bad(
        "K of 10 %",
        draft -> {
          abroad(draft, "Berlin", "10115", "DE", "DE129273398");
          draft.only(stay("TK10", "10"));
        },
        "BR-IC-05");
    bad("G of 10 %", draft -> draft.only(stay("TG10", "10")), "BR-G-05");
    bad("O of a seller with a VAT number", draft -> draft.only(stay("TO", "0")), "BR-O-02");
    bad("O of 10 %", draft -> draft.only(stay("TO10", "10")), "BR-O-02", "BR-O-05");
    bad("O beside others", draft -> draft.lines.add(stay("TO", "0")), "BR-O-02", "BR-O-11");
    bad("category L", draft -> draft.only(stay("TL", "20")), "BR-FR-15");
    bad(
        "Canary Islands",
        draft -> {
          abroad(draft, "Las Palmas", "35001", "ES", null);
          draft.only(stay("TEX", "0"));
        },
        "BR-IG-05");
  }
}
