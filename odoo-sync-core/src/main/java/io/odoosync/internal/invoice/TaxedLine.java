package io.odoosync.internal.invoice;

import io.odoosync.internal.invoice.books.SaleTaxes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The amounts of one line before any rounding.
 *
 * <p>Odoo computes percentages in the order of the taxes. Each is a multiple of the line's base:
 * its own rate, times one plus the multiples of those taxes before it that add to the base. A price
 * that includes taxes is the base times one plus their multiples.
 *
 * @param base the amount before taxes
 * @param taxes the amount of each tax, by the tax's id
 * @param included the sum of those that the price includes
 */
record TaxedLine(BigDecimal base, List<TaxAmount> taxes, BigDecimal included) {

  private static final MathContext EXACT = new MathContext(34, RoundingMode.HALF_EVEN);

  /** What one tax comes to. */
  record TaxAmount(SaleTaxes.OdooTax tax, BigDecimal amount) {}

  private record Multiple(SaleTaxes.OdooTax tax, BigDecimal factor) {}

  TaxedLine {
    taxes = List.copyOf(taxes);
  }

  /**
   * Computes them.
   *
   * @param price quantity times unit price, less the discount
   * @return the amounts; empty if one of the taxes is none that can be foretold
   */
  static Optional<TaxedLine> of(BigDecimal price, List<SaleTaxes.OdooTax> taxes) {
    if (taxes.stream().anyMatch(tax -> tax.rate() == null || !tax.base().whole())) {
      return Optional.empty();
    }
    List<Multiple> multiples = multiples(taxes);
    BigDecimal contained =
        multiples.stream()
            .filter(multiple -> multiple.tax().priceIncluded())
            .map(Multiple::factor)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal base = price.divide(BigDecimal.ONE.add(contained), EXACT);
    List<TaxAmount> amounts =
        multiples.stream()
            .map(multiple -> new TaxAmount(multiple.tax(), base.multiply(multiple.factor(), EXACT)))
            .toList();
    return Optional.of(new TaxedLine(base, amounts, base.multiply(contained, EXACT)));
  }

  private static List<Multiple> multiples(List<SaleTaxes.OdooTax> taxes) {
    List<SaleTaxes.OdooTax> ordered = new ArrayList<>(taxes);
    ordered.sort(
        Comparator.<SaleTaxes.OdooTax>comparingLong(tax -> tax.base().sequence())
            .thenComparingLong(SaleTaxes.OdooTax::id));
    List<Multiple> multiples = new ArrayList<>();
    BigDecimal below = BigDecimal.ONE;
    for (SaleTaxes.OdooTax tax : ordered) {
      BigDecimal rate = rate(tax);
      BigDecimal factor = tax.base().onTaxes() ? rate.multiply(below) : rate;
      multiples.add(new Multiple(tax, factor));
      if (tax.base().addsToBase()) {
        below = below.add(factor);
      }
    }
    return multiples;
  }

  private static BigDecimal rate(SaleTaxes.OdooTax tax) {
    return tax.rate() == null ? BigDecimal.ZERO : tax.rate().movePointLeft(2);
  }
}
