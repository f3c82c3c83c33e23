package io.odoosync.internal.invoice.einvoice;

import java.math.BigDecimal;
import java.util.List;

/**
 * The sums of an invoice in Odoo, all above zero for a credit note too.
 *
 * @param untaxed without VAT
 * @param tax the VAT
 * @param total with VAT
 * @param decimals how many the currency has
 * @param byRate the VAT of each rate; empty if Odoo does not tell
 */
public record Totals(
    BigDecimal untaxed, BigDecimal tax, BigDecimal total, int decimals, List<RateTotal> byRate) {

  /** Copies the list. */
  public Totals {
    byRate = List.copyOf(byRate);
  }

  /**
   * The VAT of one tax.
   *
   * @param vat the tax
   * @param amount what it comes to
   */
  public record RateTotal(Vat vat, BigDecimal amount) {}
}
