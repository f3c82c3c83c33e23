package io.odoosync.plan;

import static io.odoosync.plan.MapperFixtures.mapped;
import static io.odoosync.plan.MapperFixtures.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.InvoicingOptions;
import io.odoosync.LocalKey;
import io.odoosync.OdooReference;
import io.odoosync.TaxMapping;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.SalesTax;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvoiceMapperTest {

  private static final LocalKey KEY = LocalKey.of("invoice", 1);
  private static final LocalKey TEACHER = LocalKey.of("teacher", 1);
  private static final Customers CUSTOMERS = new Customers(Map.of(TEACHER, 12L), Map.of());
  private static final Currencies CURRENCIES =
      new Currencies(
          Map.of(
              "EUR", new Currencies.OdooCurrency(1, true, 2),
              "GBP", new Currencies.OdooCurrency(2, false, 2)));
  private static final SalesTax TEN = SalesTax.of("TVA10", "10.0");
  private static final SalesTax TWENTY = SalesTax.of("TVA20", "20");

  @Test
  void map_fullInvoice_setsHeaderAndLines() {
    Invoice invoice =
        Invoice.builder(KEY, "eur")
            .number("F-1")
            .customer(TEACHER)
            .invoiceDate(LocalDate.of(2026, 11, 1))
            .dueDate(LocalDate.of(2026, 12, 1))
            .lines(
                List.of(
                    new InvoiceLine(
                        "Coach",
                        new BigDecimal("2.50"),
                        new BigDecimal("100.00"),
                        new BigDecimal("5"),
                        List.of(TEN)),
                    InvoiceLine.of("Discount", BigDecimal.ONE, new BigDecimal("-3.10"))))
            .build();

    Mapping.Mapped mapped = mapped(mapper(TaxMapping.byRate()).map(invoice, CUSTOMERS));

    assertThat(mapped.fields().byField())
        .containsEntry("move_type", new FieldValue.Text("out_invoice"))
        .containsEntry("partner_id", new FieldValue.Reference(12))
        .containsEntry("currency_id", new FieldValue.Reference(1))
        .containsEntry("invoice_date", new FieldValue.Day(LocalDate.of(2026, 11, 1)))
        .containsEntry("ref", new FieldValue.Text("F-1"))
        .containsEntry("payment_reference", new FieldValue.Text("F-1"))
        .doesNotContainKey("name");
    assertThat(mapped.onCreate().byField())
        .containsEntry("invoice_date_due", new FieldValue.Day(LocalDate.of(2026, 12, 1)))
        .containsEntry("invoice_payment_term_id", new FieldValue.Absent());
    assertThat(mapped.lines())
        .extracting(
            line -> MapperFixtures.cells(line, "name", "quantity", "price_unit", "discount"))
        .containsExactly(
            Map.of("name", "Coach", "quantity", "2.5", "price_unit", "100", "discount", "5"),
            Map.of("name", "Discount", "quantity", "1", "price_unit", "-3.1", "discount", "0"));
    assertThat(mapped.lines())
        .extracting(line -> line.get("tax_ids"))
        .containsExactly(
            new FieldValue.References(List.of(3L)), new FieldValue.References(List.of()));
  }

  @Test
  void map_codeMapped_takesFirstReferenceThatExists() {
    TaxMapping mapping =
        TaxMapping.byRate()
            .with(
                "TVA20",
                OdooReference.externalId("l10n_fr.1_tva_normale"),
                OdooReference.externalId("account.1_tva_normale"),
                OdooReference.name("10% G"));
    assertThat(mapped(mapper(mapping).map(invoice(line(TWENTY)), CUSTOMERS)).lines())
        .extracting(line -> line.get("tax_ids"))
        .containsExactly(new FieldValue.References(List.of(1L)));
  }

  @Test
  void map_codeMappedByNameOrId_findsTax() {
    TaxMapping byName = TaxMapping.byRate().with("TVA20", OdooReference.name("20% S"));
    TaxMapping byId = TaxMapping.byRate().with("TVA20", OdooReference.id(2));
    for (TaxMapping mapping : List.of(byName, byId)) {
      assertThat(mapped(mapper(mapping).map(invoice(line(TWENTY)), CUSTOMERS)).lines())
          .extracting(line -> line.get("tax_ids"))
          .containsExactly(new FieldValue.References(List.of(2L)));
    }
  }

  @Test
  void map_rateOfSeveralTaxes_isRejectedWithCandidates() {
    assertThat(rejection(invoice(line(TEN), line(TWENTY))))
        .isEqualTo(
            "line 2: tax 'TVA20' of 20 % is ambiguous: it may be ['20% G' (id 1), '20% S' (id 2)];"
                + " map its code to one");
  }

  @Test
  void map_rateOfNoTax_isRejectedWithCandidates() {
    assertThat(rejection(invoice(line(SalesTax.of("TVA7", "7.7")))))
        .startsWith("line 1: tax 'TVA7' of 7.7 % is none of the company's sale taxes in Odoo: [")
        .contains("'10% G' (id 3)")
        .endsWith("; map its code");
  }

  @Test
  void map_priceIncludedDiffers_isAnotherTax() {
    SalesTax included = new SalesTax("TTC10", BigDecimal.TEN, true);
    assertThat(rejection(invoice(line(included))))
        .startsWith("line 1: tax 'TTC10' of 10 %, included in the price, is none of");
  }

  @Test
  void map_codeMappedToNothingThere_isRejected() {
    TaxMapping mapping = TaxMapping.byRate().with("TVA20", OdooReference.name("VAT 20"));
    assertThat(reason(mapper(mapping).map(invoice(line(TWENTY)), CUSTOMERS)))
        .startsWith(
            "line 1: tax 'TVA20' is mapped to name 'VAT 20', which is none of the company's sale"
                + " taxes: [");
  }

  @Test
  void map_noLines_isRejected() {
    assertThat(rejection(invoice())).isEqualTo("it has no lines");
  }

  @Test
  void map_noCustomer_isRejected() {
    Invoice invoice = Invoice.builder(KEY, "EUR").lines(List.of(line(TEN))).build();
    assertThat(rejection(invoice)).isEqualTo("customer is missing");
  }

  @Test
  void map_customerNotInOdoo_isBlocked() {
    assertThat(mapper(TaxMapping.byRate()).map(invoice(line(TEN)), Customers.NONE))
        .isInstanceOf(Mapping.Blocked.class);
  }

  @Test
  void map_badLine_namesLineAndRule() {
    InvoiceLine negative = InvoiceLine.of("x", new BigDecimal("-3"), BigDecimal.ONE);
    InvoiceLine nameless = InvoiceLine.of(" ", BigDecimal.ONE, BigDecimal.ONE);
    InvoiceLine tooCheap =
        new InvoiceLine("x", BigDecimal.ONE, BigDecimal.ONE, new BigDecimal("100.5"), List.of());
    assertThat(rejection(invoice(line(TEN), negative, nameless, tooCheap)))
        .isEqualTo(
            "line 2: quantity -3 is negative; deduct with a negative price instead;"
                + " line 3: description is missing;"
                + " line 4: discount 100.5 % is not between 0 and 100");
  }

  @Test
  void map_unusableCurrency_isRejected() {
    assertThat(
            rejection(
                Invoice.builder(KEY, "GBP").customer(TEACHER).lines(List.of(line(TEN))).build()))
        .isEqualTo("currency 'GBP' is not active in Odoo: activate it in its settings");
    assertThat(
            rejection(
                Invoice.builder(KEY, "XXL").customer(TEACHER).lines(List.of(line(TEN))).build()))
        .isEqualTo("currency 'XXL' is none of Odoo's currencies");
  }

  private static String rejection(Invoice invoice) {
    return reason(mapper(TaxMapping.byRate()).map(invoice, CUSTOMERS));
  }

  private static InvoiceMapper mapper(TaxMapping mapping) {
    return mapper(books(mapping), InvoicingOptions.DEFAULT);
  }

  private static InvoiceMapper mapper(Books books, InvoicingOptions options) {
    return new InvoiceMapper(CURRENCIES, options, books);
  }

  private static Books books(TaxMapping mapping) {
    BigDecimal twenty = new BigDecimal("20.0");
    SaleTaxes.TaxBase alone = SaleTaxes.TaxBase.ALONE;
    return new Books(mapping)
        .tax(new SaleTaxes.OdooTax(1, "20% G", twenty, false, "account.1_tva_normale", alone))
        .tax(new SaleTaxes.OdooTax(2, "20% S", twenty, false, null, alone))
        .tax(new SaleTaxes.OdooTax(3, "10% G", BigDecimal.TEN, false, null, alone))
        .tax(new SaleTaxes.OdooTax(4, "eco", null, false, null, alone));
  }

  private static Invoice invoice(InvoiceLine... lines) {
    return Invoice.builder(KEY, "EUR").customer(TEACHER).lines(List.of(lines)).build();
  }

  private static InvoiceLine line(SalesTax tax) {
    return InvoiceLine.of("Coach", BigDecimal.ONE, BigDecimal.TEN, tax);
  }
}
