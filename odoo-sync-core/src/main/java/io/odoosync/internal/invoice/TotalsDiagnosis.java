package io.odoosync.internal.invoice;

import io.odoosync.odoo.OdooRecord;
import io.odoosync.source.Invoice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is behind totals that are not the host's: a line, or the way in which the company rounds.
 *
 * @param words what was found, to follow the totals in a sentence
 * @param advice what to do about it; {@code null} if that can't be told
 */
record TotalsDiagnosis(String words, @Nullable String advice) {

  /** What to read of each line in Odoo. */
  static final List<String> FIELDS =
      Stream.concat(LineNumbers.FIELDS.stream(), Stream.of("price_subtotal", "price_total"))
          .toList();

  /**
   * Looks for it.
   *
   * @param amounts what the lines are expected to come to; nothing if that can't be foretold
   * @param lines the invoice's lines in Odoo, in the order in which they were sent
   * @param decimals decimals of the invoice's currency
   */
  static TotalsDiagnosis of(
      Invoice invoice, Optional<InvoiceAmounts> amounts, List<OdooRecord> lines, int decimals) {
    int sent = invoice.lines().size();
    if (lines.size() != sent) {
      return new TotalsDiagnosis("; Odoo has " + lines.size() + " lines, not " + sent, null);
    }
    BigDecimal tolerance = BigDecimal.valueOf(1, decimals);
    for (int i = 0; i < sent && amounts.isPresent(); i++) {
      Optional<String> difference = difference(amounts.get(), i, lines.get(i), tolerance);
      if (difference.isPresent()) {
        String first = "; the first line that differs is line " + (i + 1) + ": ";
        return ofLine(
            first + difference.get(), LostDecimals.of(invoice.lines().get(i), lines.get(i)));
      }
    }
    return ofRounding(invoice, amounts);
  }

  private static Optional<String> difference(
      InvoiceAmounts amounts, int index, OdooRecord line, BigDecimal tolerance) {
    return amounts.lineDifference(
        index,
        line.number("price_subtotal").orElse(BigDecimal.ZERO),
        line.number("price_total").orElse(BigDecimal.ZERO),
        tolerance);
  }

  private static TotalsDiagnosis ofLine(String words, LostDecimals lost) {
    return lost.isNone()
        ? new TotalsDiagnosis(words, null)
        : new TotalsDiagnosis(words + ", since " + lost.words(), lost.advice());
  }

  private static TotalsDiagnosis ofRounding(Invoice invoice, Optional<InvoiceAmounts> amounts) {
    boolean globally = amounts.filter(InvoiceAmounts::roundsGlobally).isPresent();
    boolean otherwise =
        amounts.filter(found -> found.isRoundedOtherwise(invoice.totals())).isPresent();
    String rounds =
        "; each line is as its own numbers say, so look at its taxes, and at rounding: the company"
            + (globally ? " rounds each tax once a document" : " rounds each tax line by line");
    return otherwise
        ? new TotalsDiagnosis(
            rounds + (globally ? ", the host line by line" : ", the host once a document"),
            "Round alike on both sides: choose "
                + (globally ? "'Round per Line'" : "'Round Globally'")
                + " in the settings of Odoo's Invoicing (Taxes, Rounding Method), or issue the"
                + " invoice as Odoo computes it.")
        : new TotalsDiagnosis(rounds, null);
  }
}
