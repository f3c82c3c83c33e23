package io.odoosync.internal.invoice;

import io.odoosync.source.InvoiceTotals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the totals of an invoice are to be in Odoo.
 *
 * @param untaxed the sum before taxes; {@code null} if nothing is expected of it
 * @param tax the sum of the taxes
 * @param total what the customer pays
 */
public record ExpectedTotals(
    @Nullable AmountRange untaxed, @Nullable AmountRange tax, @Nullable AmountRange total) {

  /**
   * The totals that Odoo arrived at.
   *
   * @param untaxed {@code amount_untaxed}
   * @param tax {@code amount_tax}
   * @param total {@code amount_total}
   */
  public record Odoo(BigDecimal untaxed, BigDecimal tax, BigDecimal total) {}

  /** The totals that the host issued. */
  static ExpectedTotals issued(InvoiceTotals totals) {
    return new ExpectedTotals(
        AmountRange.exactly(totals.untaxed()),
        AmountRange.exactly(totals.tax()),
        AmountRange.exactly(totals.total()));
  }

  /**
   * Compares.
   *
   * @param tolerance the largest difference that passes, in the invoice's currency
   */
  public TotalsVerdict compare(Odoo odoo, BigDecimal tolerance) {
    List<String> words = new ArrayList<>();
    BigDecimal largest =
        difference("untaxed", untaxed, odoo.untaxed(), words)
            .max(difference("tax", tax, odoo.tax(), words))
            .max(difference("total", total, odoo.total(), words));
    if (words.isEmpty()) {
      return new TotalsVerdict.Equal();
    }
    String joined = String.join(", ", words);
    return largest.compareTo(tolerance) > 0
        ? new TotalsVerdict.Different(joined)
        : new TotalsVerdict.Tolerable(joined);
  }

  private static BigDecimal difference(
      String what, @Nullable AmountRange expected, BigDecimal actual, List<String> words) {
    if (expected == null) {
      return BigDecimal.ZERO;
    }
    BigDecimal distance = expected.distance(actual);
    if (distance.signum() > 0) {
      int decimals = Math.max(actual.stripTrailingZeros().scale(), expected.from().scale());
      words.add(
          what
              + " "
              + actual.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString()
              + " in Odoo, "
              + expected
              + " here");
    }
    return distance;
  }
}
