package io.odoosync.internal.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The rounded amounts of one line. Where the price includes taxes, versions of Odoo differ in what
 * they round first, the base or the taxes; the other takes what is left.
 *
 * @param untaxed the amount before taxes
 * @param total with all taxes
 */
record LineAmounts(AmountRange untaxed, AmountRange tax, AmountRange total) {

  private static final BigDecimal ZERO = BigDecimal.ZERO;

  static final LineAmounts NONE =
      new LineAmounts(
          new AmountRange(ZERO, ZERO), new AmountRange(ZERO, ZERO), new AmountRange(ZERO, ZERO));

  static LineAmounts of(TaxedLine line, int decimals) {
    BigDecimal base = rounded(line.base(), decimals);
    BigDecimal taxes =
        line.taxes().stream()
            .map(tax -> rounded(tax.amount(), decimals))
            .reduce(ZERO, BigDecimal::add);
    if (line.included().signum() == 0) {
      return new LineAmounts(exactly(base), exactly(taxes), exactly(base.add(taxes)));
    }
    BigDecimal contained =
        line.taxes().stream()
            .filter(tax -> tax.tax().priceIncluded())
            .map(tax -> rounded(tax.amount(), decimals))
            .reduce(ZERO, BigDecimal::add);
    BigDecimal price = rounded(line.base().add(line.included()), decimals);
    BigDecimal onTop = taxes.subtract(contained);
    BigDecimal left = price.subtract(contained);
    return new LineAmounts(
        AmountRange.between(base, left),
        AmountRange.between(taxes, price.subtract(base).add(onTop)),
        exactly(price.add(onTop)));
  }

  LineAmounts plus(LineAmounts other) {
    return new LineAmounts(
        untaxed.plus(other.untaxed), tax.plus(other.tax), total.plus(other.total));
  }

  LineAmounts or(LineAmounts other) {
    return new LineAmounts(untaxed.or(other.untaxed), tax.or(other.tax), total.or(other.total));
  }

  private static AmountRange exactly(BigDecimal amount) {
    return new AmountRange(amount, amount);
  }

  static BigDecimal rounded(BigDecimal amount, int decimals) {
    return amount.setScale(decimals, RoundingMode.HALF_UP);
  }
}
