package io.odoosync.examples.schooltravel;

import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.SalesTax;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/**
 * What an invoice adds up to, in euros.
 *
 * @param untaxed without taxes
 * @param tax the taxes
 */
record Amounts(BigDecimal untaxed, BigDecimal tax) {

  static final Amounts NONE = new Amounts(BigDecimal.ZERO, BigDecimal.ZERO);

  private static final int CENTS = 2;

  BigDecimal total() {
    return untaxed.add(tax);
  }

  Amounts plus(Amounts other) {
    return new Amounts(untaxed.add(other.untaxed), tax.add(other.tax));
  }

  /** The larger of the differences before taxes and in the taxes. */
  BigDecimal differenceFrom(Amounts other) {
    return untaxed.subtract(other.untaxed).abs().max(tax.subtract(other.tax).abs());
  }

  /** Adds an invoice up as Odoo does when the company rounds per line, the default up to 18. */
  static Amounts roundedPerLine(Invoice invoice) {
    BigDecimal untaxed = BigDecimal.ZERO;
    BigDecimal tax = BigDecimal.ZERO;
    for (InvoiceLine line : invoice.lines()) {
      untaxed = untaxed.add(cents(exact(line)));
      for (SalesTax each : line.taxes()) {
        tax = tax.add(cents(exactTax(line, each)));
      }
    }
    return new Amounts(untaxed, tax);
  }

  /**
   * Adds it up as Odoo does when the company rounds globally, the default of 19: the sum before
   * taxes is rounded once, also where its lines are shown with roundings of their own, and so is
   * each tax. Measured on Odoo 19.0.
   */
  static Amounts roundedGlobally(Invoice invoice) {
    BigDecimal untaxed = BigDecimal.ZERO;
    Map<String, BigDecimal> byTax = new HashMap<>();
    for (InvoiceLine line : invoice.lines()) {
      untaxed = untaxed.add(exact(line));
      line.taxes().forEach(tax -> byTax.merge(tax.code(), exactTax(line, tax), BigDecimal::add));
    }
    BigDecimal tax =
        byTax.values().stream().map(Amounts::cents).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Amounts(cents(untaxed), tax);
  }

  private static BigDecimal exactTax(InvoiceLine line, SalesTax tax) {
    BigDecimal rate = tax.ratePercent() == null ? BigDecimal.ZERO : tax.ratePercent();
    return exact(line).multiply(rate).movePointLeft(2);
  }

  private static BigDecimal exact(InvoiceLine line) {
    BigDecimal share = BigDecimal.ONE.subtract(line.discountPercent().movePointLeft(2));
    return line.quantity().multiply(line.unitPrice()).multiply(share);
  }

  private static BigDecimal cents(BigDecimal value) {
    return value.setScale(CENTS, RoundingMode.HALF_UP);
  }
}
