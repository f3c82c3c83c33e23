package io.odoosync.internal.invoice.einvoice;

import java.util.List;

/**
 * Judges an invoice by the rules of EN 16931, of the French reform and of French law, as far as
 * they can be judged without asking anybody. Pure.
 */
public final class FrenchRules {

  private FrenchRules() {}

  /**
   * Judges one invoice.
   *
   * @return the rules that it breaks, parties first, then document, lines, VAT, sums; empty if it
   *     is fine
   */
  public static List<Violation> judge(EInvoice invoice) {
    Verdict verdict = new Verdict();
    SellerRules.judge(invoice, verdict);
    BuyerRules.judge(invoice, verdict);
    DocumentRules.judge(invoice, verdict);
    LineRules.judge(invoice, verdict);
    VatRules.judge(invoice, verdict);
    TextRules.judge(invoice, verdict);
    SumRules.judge(invoice, verdict);
    return verdict.violations();
  }
}
