package io.odoosync.internal.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.Problems;
import io.odoosync.internal.invoice.books.SaleTaxes.OdooTax;
import io.odoosync.internal.invoice.books.SaleTaxes.TaxBase;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.SalesTax;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentTaxModeTest {

  private static final SalesTax ON_TOP = SalesTax.of("T20", "20");
  private static final SalesTax INCLUDED = SalesTax.included("T20", "20");

  private static final ModelFields SINCE_20 =
      new ModelFields(
          Map.of(
              "document_tax_mode",
              new FieldDefinition("document_tax_mode", "selection", "", false, false, null)));

  private final Problems problems = new Problems();

  @Test
  void of_linesOfOneSort_saysIt() {
    assertThat(mode(open(), INCLUDED, INCLUDED)).isEqualTo(text("tax_included"));
    assertThat(mode(open(), ON_TOP)).isEqualTo(text("tax_excluded"));
    assertThat(problems.none()).isTrue();
  }

  @Test
  void of_linesOfBothSorts_refusesTheInvoiceAndNamesTheLines() {
    mode(open(), ON_TOP, INCLUDED);
    assertThat(problems.failure().reason()).contains("line 2", "line 1", "two documents");
  }

  @Test
  void of_taxThatDecidesForItself_saysNothing() {
    Books deciding = new Books().tax(tax(1, true, false));
    assertThat(mode(deciding, INCLUDED)).isEqualTo(FieldValue.nothing());
  }

  @Test
  void of_serverWithoutMode_saysNothing() {
    FieldValues said =
        DocumentTaxMode.of(
            invoice(INCLUDED), open().company().taxes(), new ModelFields(Map.of()), problems);
    assertThat(said.isEmpty()).isTrue();
  }

  @Test
  void find_byRate_prefersTheTaxThatDecidesForItself() {
    Books books = new Books().tax(tax(1, true, false)).tax(tax(2, false, true));
    assertThat(books.company().taxes().find(INCLUDED, "", problems))
        .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(1));
    assertThat(books.company().taxes().find(ON_TOP, "", problems))
        .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(2));
  }

  @Test
  void expected_pricesContainATaxThatDocumentsDecideAbout_areTakenApart() {
    Invoice invoice =
        Invoice.builder(new LocalKey("invoice", "i"), "EUR")
            .lines(
                java.util.List.of(
                    InvoiceLine.builder("x")
                        .quantity(new BigDecimal(3))
                        .unitPrice(new BigDecimal("33.33"))
                        .taxes(INCLUDED)
                        .build()))
            .build();
    ExpectedTotals.Odoo measured =
        new ExpectedTotals.Odoo(
            new BigDecimal("83.32"), new BigDecimal("16.67"), new BigDecimal("99.99"));

    assertThat(InvoiceAmounts.expected(invoice, open().roundingGlobally().company(), 2))
        .hasValueSatisfying(
            expected ->
                assertThat(expected.compare(measured, BigDecimal.ZERO))
                    .isInstanceOf(TotalsVerdict.Equal.class));
  }

  private FieldValue mode(Books books, SalesTax... taxes) {
    return DocumentTaxMode.of(invoice(taxes), books.company().taxes(), SINCE_20, problems)
        .get("document_tax_mode");
  }

  private static Books open() {
    return new Books().tax(tax(1, false, true));
  }

  private static OdooTax tax(long id, boolean included, boolean byDocument) {
    return new OdooTax(id, new BigDecimal(20), included, TaxBase.ALONE, byDocument);
  }

  private static Invoice invoice(SalesTax... taxes) {
    return Invoice.builder(new LocalKey("invoice", "i"), "EUR")
        .lines(
            Arrays.stream(taxes)
                .map(
                    tax ->
                        InvoiceLine.builder("x").unitPrice(BigDecimal.TEN).taxes(tax).build())
                .toList())
        .build();
  }

  private static FieldValue text(String text) {
    return new FieldValue.Text(text);
  }
}
