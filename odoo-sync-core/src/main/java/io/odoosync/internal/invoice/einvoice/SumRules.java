package io.odoosync.internal.invoice.einvoice;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What the sums must come to. */
final class SumRules {

  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final EInvoice invoice;
  private final Verdict verdict;

  private SumRules(EInvoice invoice, Verdict verdict) {
    this.invoice = invoice;
    this.verdict = verdict;
  }

  static void judge(EInvoice invoice, Verdict verdict) {
    SumRules rules = new SumRules(invoice, verdict);
    Totals totals = invoice.totals();
    BigDecimal lines = BigDecimal.ZERO;
    for (Line line : invoice.lines()) {
      lines = lines.add(line.net());
    }
    rules.same(lines, totals.untaxed(), Rule.LINE_SUM, "the lines");
    rules.same(
        totals.untaxed().add(totals.tax()), totals.total(), Rule.TOTAL, "without VAT and VAT");
    if (!totals.byRate().isEmpty()) {
      rules.byRate(totals);
    }
  }

  private void same(BigDecimal sum, BigDecimal total, Rule rule, String what) {
    verdict.demand(
        sum.compareTo(total) == 0,
        rule,
        what + " sum up to " + sum.toPlainString() + ", not to " + total.toPlainString());
  }

  private void byRate(Totals totals) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Totals.RateTotal rate : totals.byRate()) {
      sum = sum.add(rate.amount());
      rate(rate);
    }
    same(sum, totals.tax(), Rule.VAT_SUM, "the rates");
  }

  private void rate(Totals.RateTotal rate) {
    if (rate.vat().takenBack()) {
      return;
    }
    BigDecimal base = BigDecimal.ZERO;
    int lines = 0;
    for (Line line : invoice.lines()) {
      if (line.vats().contains(rate.vat())) {
        base = base.add(line.net());
        lines++;
      }
    }
    BigDecimal expected =
        base.multiply(rate.vat().rate())
            .divide(HUNDRED, invoice.totals().decimals(), RoundingMode.HALF_UP);
    verdict.demand(
        expected.subtract(rate.amount()).abs().compareTo(tolerance(lines)) <= 0,
        Rule.VAT_OF_RATE,
        rate.vat().name()
            + " of "
            + base.toPlainString()
            + " is "
            + expected.toPlainString()
            + ", not "
            + rate.amount().toPlainString());
  }

  /** The smallest unit, and half of one a line, where each is rounded by itself. */
  private BigDecimal tolerance(int lines) {
    return BigDecimal.ONE
        .add(HALF.multiply(BigDecimal.valueOf(lines)))
        .movePointLeft(invoice.totals().decimals());
  }
}
