package io.odoosync.internal.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.internal.invoice.books.SaleTaxes;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.InvoiceTotals;
import io.odoosync.source.SalesTax;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceAmountsTest {

  private static final SalesTax T20 = SalesTax.of("T20", "20");
  private static final SalesTax T10 = SalesTax.of("T10", "10");
  private static final SalesTax I20 = SalesTax.included("I20", "20");

  /** Totals that Odoo 14 and 16 to 18, which round per line, and 19, which does not, arrived at. */
  @ParameterizedTest
  @CsvSource({
    "3, 1, 0.33, T20, false, 0.99, 0.21, 1.20",
    "3, 1, 0.33, T20, true, 0.99, 0.20, 1.19",
    "1, 3, 0.33, T20, false, 0.99, 0.20, 1.19",
    "1, 3, 33.33, I20, false, 83.33, 16.66, 99.99",
    "1, 3, 33.33, I20, true, 83.32, 16.67, 99.99",
    "3, 1, 33.33, I20, true, 83.32, 16.67, 99.99",
    "3, 1, 33.33, I20, false, 83.31, 16.68, 99.99",
    "3, 1, 33.33, I20, false, 83.34, 16.65, 99.99",
    "200, 1, 0.33, T20, true, 66.00, 13.20, 79.20",
    "200, 1, 0.33, T20, false, 66.00, 14.00, 80.00"
  })
  void expected_noTotalsGiven_holdsWhatOdooArrivesAt(
      int lines,
      String quantity,
      String price,
      String tax,
      boolean globally,
      String untaxed,
      String taxes,
      String total) {
    SalesTax of = tax.equals("T20") ? T20 : I20;
    InvoiceLine line =
        InvoiceLine.builder("x")
            .quantity(new BigDecimal(quantity))
            .unitPrice(new BigDecimal(price))
            .taxes(of)
            .build();
    Invoice invoice = invoice(java.util.Collections.nCopies(lines, line));
    assertThat(compare(globally, invoice, untaxed, taxes, total))
        .isInstanceOf(TotalsVerdict.Equal.class);
  }

  @Test
  void expected_anotherRate_isDifferent() {
    Invoice invoice = invoice(List.of(line("100.00", T20)));
    assertThat(compare(true, invoice, "100.00", "10.00", "110.00"))
        .isEqualTo(
            new TotalsVerdict.Different(
                "tax 10.00 in Odoo, 20.00 here, total 110.00 in Odoo, 120.00 here"));
  }

  @Test
  void expected_taxAddsToBase_laterTaxIsComputedOnIt() {
    Invoice invoice = invoice(List.of(line("100.00", T20, T10)));
    Books books = new Books().tax(tax(1, "20", 1, true, true)).tax(tax(2, "10", 2, false, true));
    assertThat(InvoiceAmounts.expected(invoice, books.company(), 2).orElseThrow().tax())
        .hasToString("32.00");
    Books apart = new Books().tax(tax(1, "20", 1, true, true)).tax(tax(2, "10", 2, false, false));
    assertThat(InvoiceAmounts.expected(invoice, apart.company(), 2).orElseThrow().tax())
        .hasToString("30.00");
  }

  @Test
  void expected_taxIsNoPercentageOrTakenBack_isNotForetold() {
    Invoice invoice = invoice(List.of(line("100.00", T20)));
    Books reversed =
        new Books()
            .tax(
                new SaleTaxes.OdooTax(
                    1, new BigDecimal("20"), false, new SaleTaxes.TaxBase(1, false, false, false)));
    assertThat(InvoiceAmounts.expected(invoice, reversed.company(), 2)).isEmpty();
    assertThat(InvoiceAmounts.expected(invoice, new Books().company(), 2)).isEmpty();
  }

  @Test
  void expected_totalsGiven_areTheHosts() {
    Invoice invoice =
        Invoice.builder(LocalKey.of("invoice", 1), "EUR")
            .lines(List.of(line("100.00", T20)))
            .totals(InvoiceTotals.builder().total(new BigDecimal("120.03")).build())
            .build();
    ExpectedTotals expected =
        InvoiceAmounts.expected(invoice, new Books().company(), 2).orElseThrow();
    ExpectedTotals.Odoo odoo = odoo("100.00", "20.00", "120.00");
    assertThat(expected.untaxed()).isNull();
    assertThat(expected.compare(odoo, new BigDecimal("0.03")))
        .isInstanceOf(TotalsVerdict.Tolerable.class);
    assertThat(expected.compare(odoo, new BigDecimal("0.02")))
        .isInstanceOf(TotalsVerdict.Different.class);
  }

  @Test
  void lineDifference_secondLineDiffers_tellsBy() {
    Invoice invoice = invoice(List.of(InvoiceLine.section("S"), line("50.00", T20)));
    InvoiceAmounts amounts = InvoiceAmounts.of(invoice, books(true).company(), 2).orElseThrow();
    BigDecimal cent = new BigDecimal("0.01");
    assertThat(amounts.lineDifference(0, BigDecimal.ZERO, BigDecimal.ZERO, cent)).isEmpty();
    assertThat(amounts.lineDifference(1, new BigDecimal("55.00"), new BigDecimal("66.00"), cent))
        .hasValue("untaxed 55.00 in Odoo, 50.00 here, total 66.00 in Odoo, 60.00 here");
  }

  private static TotalsVerdict compare(
      boolean globally, Invoice invoice, String untaxed, String tax, String total) {
    return InvoiceAmounts.expected(invoice, books(globally).company(), 2)
        .orElseThrow()
        .compare(odoo(untaxed, tax, total), BigDecimal.ZERO);
  }

  private static ExpectedTotals.Odoo odoo(String untaxed, String tax, String total) {
    return new ExpectedTotals.Odoo(
        new BigDecimal(untaxed), new BigDecimal(tax), new BigDecimal(total));
  }

  private static Books books(boolean globally) {
    Books books = new Books().tax(1, "20 %", "20", false).tax(2, "20 % incl", "20", true);
    return globally ? books.roundingGlobally() : books;
  }

  private static SaleTaxes.OdooTax tax(
      long id, String rate, long sequence, boolean addsToBase, boolean onTaxes) {
    return new SaleTaxes.OdooTax(
        id,
        new BigDecimal(rate),
        false,
        new SaleTaxes.TaxBase(sequence, addsToBase, onTaxes, true));
  }

  private static InvoiceLine line(String price, SalesTax... taxes) {
    return InvoiceLine.builder("x").unitPrice(new BigDecimal(price)).taxes(taxes).build();
  }

  private static Invoice invoice(List<InvoiceLine> lines) {
    return Invoice.builder(LocalKey.of("invoice", 1), "EUR").lines(lines).build();
  }
}
