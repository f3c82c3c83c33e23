package io.odoosync.examples.schooltravel;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.SalesTax;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The expected amounts are those of real servers. */
class AmountsTest {

  private static final SalesTax TVA20 = SalesTax.of("TVA20", "20");
  private static final SalesTax TVA10 = SalesTax.of("TVA10", "10");
  private static final SalesTax TVA55 = SalesTax.of("TVA55", "5.5");

  /** Odoo shows the lines as 11689.60, 1103.24 and 2741.00, but their sum as 15533.83. */
  private static final Invoice DISCOUNTED =
      invoice(
          line("40", "292.24", "0", TVA55),
          line("5", "232.26", "5", TVA20),
          line("14", "206.09", "5", TVA10));

  private static final Invoice SMALL =
      invoice(
          line("1", "0.33", "0", TVA20),
          line("1", "0.33", "0", TVA20),
          line("1", "0.33", "0", TVA20));

  @Test
  void roundedGlobally_linesWithFractionsOfCents_roundsTheirSumOnce() {
    assertThat(Amounts.roundedGlobally(DISCOUNTED)).isEqualTo(amounts("15533.83", "1137.68"));
  }

  @Test
  void roundedPerLine_linesWithFractionsOfCents_roundsEachLine() {
    assertThat(Amounts.roundedPerLine(DISCOUNTED).untaxed()).isEqualTo("15533.84");
  }

  @Test
  void roundedGlobally_sameTaxOnSmallLines_roundsTheTaxOnce() {
    assertThat(Amounts.roundedGlobally(SMALL)).isEqualTo(amounts("0.99", "0.20"));
  }

  @Test
  void roundedPerLine_sameTaxOnSmallLines_roundsTheTaxOfEachLine() {
    assertThat(Amounts.roundedPerLine(SMALL)).isEqualTo(amounts("0.99", "0.21"));
  }

  private static Invoice invoice(InvoiceLine... lines) {
    return Invoice.builder(LocalKey.of("invoice", 1), "EUR").lines(List.of(lines)).build();
  }

  private static InvoiceLine line(String quantity, String price, String discount, SalesTax tax) {
    return InvoiceLine.builder("x")
        .quantity(new BigDecimal(quantity))
        .unitPrice(new BigDecimal(price))
        .discountPercent(new BigDecimal(discount))
        .taxes(tax)
        .build();
  }

  private static Amounts amounts(String untaxed, String tax) {
    return new Amounts(new BigDecimal(untaxed), new BigDecimal(tax));
  }
}
