package io.odoosync.internal.invoice;

import io.odoosync.internal.field.Problems;
import io.odoosync.internal.invoice.books.CompanyBooks;
import io.odoosync.internal.invoice.books.SaleTaxes;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.InvoiceTotals;
import io.odoosync.source.SalesTax;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Foretells the totals that Odoo arrives at, for invoices of which the host gives none.
 *
 * <p>A company rounds each tax once a line or once a document. Beyond that, versions of Odoo differ
 * in what they round first, so what is foretold is a range: wrong taxes, lost decimals and a wrong
 * currency lie outside of it, another way of rounding does not. Taxes that are no percentages, or
 * are charged and taken back, can't be foretold.
 */
public final class InvoiceAmounts {

  private final int decimals;
  private final boolean roundsGlobally;
  private final List<@Nullable TaxedLine> lines;

  private InvoiceAmounts(int decimals, boolean roundsGlobally, List<@Nullable TaxedLine> lines) {
    this.decimals = decimals;
    this.roundsGlobally = roundsGlobally;
    this.lines = lines;
  }

  /**
   * What is expected of an invoice: the host's totals, or else what its lines come to.
   *
   * @param decimals decimals of the invoice's currency
   * @return nothing if neither can be told
   */
  public static Optional<ExpectedTotals> expected(
      Invoice invoice, CompanyBooks books, int decimals) {
    return invoice.totals().isUnknown()
        ? of(invoice, books, decimals).map(InvoiceAmounts::totals)
        : Optional.of(ExpectedTotals.issued(invoice.totals()));
  }

  /**
   * Computes the amounts of an invoice's lines.
   *
   * @return nothing if one of its taxes can't be foretold
   */
  public static Optional<InvoiceAmounts> of(Invoice invoice, CompanyBooks books, int decimals) {
    List<@Nullable TaxedLine> lines = new ArrayList<>();
    for (InvoiceLine line : invoice.lines()) {
      if (line.type() != InvoiceLine.Type.ITEM) {
        lines.add(null);
        continue;
      }
      Optional<TaxedLine> taxed = taxed(line, books);
      if (taxed.isEmpty()) {
        return Optional.empty();
      }
      lines.add(taxed.get());
    }
    return Optional.of(new InvoiceAmounts(decimals, books.company().roundsGlobally(), lines));
  }

  private static Optional<TaxedLine> taxed(InvoiceLine line, CompanyBooks books) {
    Problems problems = new Problems();
    List<SaleTaxes.OdooTax> taxes = new ArrayList<>();
    for (SalesTax tax : line.taxes()) {
      books.taxes().find(tax, "", problems).ifPresent(taxes::add);
    }
    return problems.none()
        ? TaxedLine.of(
            LineNumbers.amount(line.quantity(), line.unitPrice(), line.discountPercent()), taxes)
        : Optional.empty();
  }

  private ExpectedTotals totals() {
    return totals(roundsGlobally);
  }

  private ExpectedTotals totals(boolean once) {
    LineAmounts perLine = LineAmounts.NONE;
    for (TaxedLine line : lines) {
      if (line != null) {
        perLine = perLine.plus(LineAmounts.of(line, decimals));
      }
    }
    LineAmounts sum = once ? globally(perLine) : perLine;
    return new ExpectedTotals(sum.untaxed(), sum.tax(), sum.total());
  }

  /** Whether the company rounds each tax once a document, rather than once a line. */
  boolean roundsGlobally() {
    return roundsGlobally;
  }

  /** Whether these totals are those of the company's other way of rounding, not of its own. */
  boolean isRoundedOtherwise(InvoiceTotals issued) {
    return isWithin(issued, totals(!roundsGlobally)) && !isWithin(issued, totals(roundsGlobally));
  }

  private static boolean isWithin(InvoiceTotals issued, ExpectedTotals expected) {
    return isWithin(issued.untaxed(), expected.untaxed())
        && isWithin(issued.tax(), expected.tax())
        && isWithin(issued.total(), expected.total());
  }

  private static boolean isWithin(@Nullable BigDecimal issued, @Nullable AmountRange expected) {
    return issued == null || expected == null || expected.distance(issued).signum() == 0;
  }

  /** Each tax is rounded once; the base once as well, or line by line. */
  private LineAmounts globally(LineAmounts perLine) {
    BigDecimal base = BigDecimal.ZERO;
    BigDecimal included = BigDecimal.ZERO;
    Map<Long, TaxedLine.TaxAmount> byTax = new LinkedHashMap<>();
    for (TaxedLine line : lines) {
      if (line != null) {
        base = base.add(line.base());
        included = included.add(line.included());
        line.taxes()
            .forEach(
                tax ->
                    byTax.merge(
                        tax.tax().id(),
                        tax,
                        (a, b) -> new TaxedLine.TaxAmount(a.tax(), a.amount().add(b.amount()))));
      }
    }
    LineAmounts once =
        LineAmounts.of(new TaxedLine(base, List.copyOf(byTax.values()), included), decimals);
    AmountRange untaxed =
        included.signum() == 0 ? perLine.untaxed() : once.untaxed().or(perLine.untaxed());
    AmountRange tax = included.signum() == 0 ? once.tax() : once.tax().or(perLine.tax());
    AmountRange total =
        included.signum() == 0
            ? untaxed.plus(tax).or(once.total())
            : once.total().or(perLine.total());
    return new LineAmounts(once.untaxed().or(untaxed), tax, total);
  }

  /**
   * Whether one line's amounts in Odoo are among those that were foretold.
   *
   * @param index the line, from 0
   * @param untaxed {@code price_subtotal}
   * @param total {@code price_total}
   * @param tolerance the largest difference that passes
   * @return how they differ, or nothing
   */
  public Optional<String> lineDifference(
      int index, BigDecimal untaxed, BigDecimal total, BigDecimal tolerance) {
    TaxedLine line = lines.get(index);
    LineAmounts expected = line == null ? LineAmounts.NONE : LineAmounts.of(line, decimals);
    ExpectedTotals both = new ExpectedTotals(expected.untaxed(), null, expected.total());
    return both.compare(new ExpectedTotals.Odoo(untaxed, BigDecimal.ZERO, total), tolerance)
            instanceof TotalsVerdict.Different different
        ? Optional.of(different.words())
        : Optional.empty();
  }
}
