package io.odoosync.internal.invoice.einvoice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as Odoo would export it.
 *
 * @param document what it says beside lines and sums
 * @param seller the company that issues it
 * @param buyer the customer
 * @param delivery where the delivery goes; {@code null} if that is not known
 * @param lines what is charged
 * @param totals its sums
 * @param export what Odoo makes of it
 */
public record EInvoice(
    Document document,
    Party seller,
    Party buyer,
    @Nullable Address delivery,
    List<Line> lines,
    Totals totals,
    Export export) {

  /** Copies the lines. */
  public EInvoice {
    lines = List.copyOf(lines);
  }

  /**
   * What Odoo makes of an invoice.
   *
   * @param intended whether it has an export of its own for electronic invoices
   * @param bankAccount whether it names an account to be paid on
   */
  public record Export(boolean intended, boolean bankAccount) {}

  /** Whether France's rules for invoices between businesses count, not only those of EN 16931. */
  boolean isWithinFrance() {
    return seller.isFrench() && buyer.isFrench();
  }

  /** Whether it is between businesses, public bodies among them, both in France. */
  boolean isFrenchBusiness() {
    return isWithinFrance() && buyer.isBusiness();
  }

  /** All that is said on it in words. */
  String words() {
    return document.texts().narration() + "\n" + document.texts().company();
  }
}
