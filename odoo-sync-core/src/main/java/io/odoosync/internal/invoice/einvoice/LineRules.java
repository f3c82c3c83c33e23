package io.odoosync.internal.invoice.einvoice;

import java.math.BigDecimal;

/** What each line must have: what it is for, one VAT tax, numbers that are not too fine. */
final class LineRules {

  private static final int AMOUNT = 2;
  private static final int QUANTITY = 4;
  private static final int PRICE = 6;

  private LineRules() {}

  static void judge(EInvoice invoice, Verdict verdict) {
    verdict.demand(!invoice.lines().isEmpty(), Rule.LINES, "it has no lines");
    for (Line line : invoice.lines()) {
      content(line, verdict);
      decimals(line, verdict);
    }
    Totals totals = invoice.totals();
    fine("the total", totals.total(), AMOUNT, Rule.AMOUNT_DECIMALS, verdict);
    fine("the VAT", totals.tax(), AMOUNT, Rule.AMOUNT_DECIMALS, verdict);
  }

  private static void content(Line line, Verdict verdict) {
    verdict.demand(
        !line.name().isBlank(), Rule.ITEM_NAME, line.words() + " does not say what it is for");
    verdict.demand(
        !line.vats().isEmpty(),
        Rule.LINE_VAT,
        line.words() + (line.taxed() ? " has no tax that is a percentage" : " has no tax"));
    verdict.demand(
        line.vats().size() < 2,
        Rule.ONE_VAT,
        line.words() + " has " + line.vats().size() + " taxes that are percentages");
  }

  private static void decimals(Line line, Verdict verdict) {
    String words = line.words();
    fine("the amount of " + words, line.net(), AMOUNT, Rule.AMOUNT_DECIMALS, verdict);
    fine("the quantity of " + words, line.quantity(), QUANTITY, Rule.QUANTITY_DECIMALS, verdict);
    fine("the price of " + words, line.unitPrice(), PRICE, Rule.PRICE_DECIMALS, verdict);
  }

  private static void fine(
      String what, BigDecimal number, int decimals, Rule rule, Verdict verdict) {
    verdict.demand(
        number.stripTrailingZeros().scale() <= decimals,
        rule,
        what + " is " + number.stripTrailingZeros().toPlainString());
  }
}
