package io.odoosync.source;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The totals that the host issued, which Odoo must arrive at as well. Each may be missing; one that
 * is given is compared.
 *
 * @param untaxed the sum before taxes, in the invoice's currency; {@code null} if it is not known
 * @param tax the sum of the taxes; {@code null} if it is not known
 * @param total what the customer pays; {@code null} if it is not known
 */
public record InvoiceTotals(
    @Nullable BigDecimal untaxed, @Nullable BigDecimal tax, @Nullable BigDecimal total) {

  /** No totals: they are computed from the lines. */
  public static final InvoiceTotals UNKNOWN = new InvoiceTotals(null, null, null);

  /**
   * All three totals.
   *
   * @param untaxed the sum before taxes, in decimal notation
   * @param tax the sum of the taxes
   * @param total what the customer pays
   * @return the totals
   * @throws NumberFormatException if one of them is not a decimal number
   */
  public static InvoiceTotals of(String untaxed, String tax, String total) {
    return new InvoiceTotals(new BigDecimal(untaxed), new BigDecimal(tax), new BigDecimal(total));
  }

  /**
   * Whether there is nothing to compare with.
   *
   * @return {@code true} if all three are missing
   */
  public boolean isUnknown() {
    return untaxed == null && tax == null && total == null;
  }
}
