package io.odoosync.internal.invoice.einvoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the categories of VAT demand: rates, reasons, and numbers of the parties. */
final class VatRules {

  private static final Set<String> CATEGORIES = Set.of("S", "E", "AE", "K", "G", "O", "Z");

  /** France's rates, past ones and those of overseas and Corsica too. */
  private static final List<BigDecimal> RATES =
      Stream.of(
              "0", "0.9", "1.05", "1.75", "2.1", "5.5", "7", "8.5", "9.2", "9.6", "10", "13",
              "19.6", "20", "20.6")
          .map(BigDecimal::new)
          .toList();

  private final EInvoice invoice;
  private final Verdict verdict;

  private VatRules(EInvoice invoice, Verdict verdict) {
    this.invoice = invoice;
    this.verdict = verdict;
  }

  /** A tax in a category: that which Odoo exports, or that which the host says. */
  private record Charged(Vat vat, String category, Line.Said said) {
    private String name() {
      return vat.name();
    }

    private boolean hasReason() {
      return !vat.reason().isEmpty() || !said.reason().isBlank();
    }
  }

  static void judge(EInvoice invoice, Verdict verdict) {
    VatRules rules = new VatRules(invoice, verdict);
    List<Charged> exported = rules.exported();
    exported.forEach(rules::exported);
    Set<Charged> all = new LinkedHashSet<>(exported);
    exported.stream()
        .filter(one -> !one.said.category().isEmpty())
        .forEach(one -> all.add(said(one)));
    all.forEach(rules::category);
    rules.together(exported);
  }

  private static Charged said(Charged exported) {
    return new Charged(exported.vat, exported.said.category(), exported.said);
  }

  private List<Charged> exported() {
    List<Charged> exported = new ArrayList<>();
    for (Line line : invoice.lines()) {
      for (Vat vat : line.vats()) {
        exported.add(
            new Charged(vat, vat.exported(invoice.seller(), invoice.buyer()), line.said()));
      }
    }
    return exported.stream().distinct().toList();
  }

  private void exported(Charged tax) {
    verdict.demand(
        CATEGORIES.contains(tax.category),
        Rule.CATEGORY,
        tax.name() + " is of category " + tax.category);
    verdict.demand(
        !invoice.isWithinFrance() || isFrench(tax.vat.rate()),
        Rule.RATE,
        tax.name() + " is of " + tax.vat.rate().toPlainString() + " %");
    verdict.demand(
        tax.said.category().isEmpty() || tax.said.category().equals(tax.category),
        Rule.SAME_CATEGORY,
        tax.name() + " is " + tax.said.category() + " here, and exported as " + tax.category);
  }

  private static boolean isFrench(BigDecimal rate) {
    return RATES.stream().anyMatch(known -> known.compareTo(rate) == 0);
  }

  private void together(List<Charged> exported) {
    Set<String> categories = exported.stream().map(Charged::category).collect(Collectors.toSet());
    verdict.demand(
        !categories.contains("O") || categories.size() == 1,
        Rule.OUTSIDE_ALONE,
        "it has lines of category O and others");
    verdict.demand(
        !invoice.buyer().address().isCanary()
            || exported.stream().allMatch(tax -> tax.vat.rate().signum() > 0),
        Rule.CANARY_RATE,
        "it has a line of 0 %");
  }

  private void category(Charged tax) {
    switch (tax.category) {
      case "S" -> standard(tax);
      case "Z" -> zero(tax);
      case "E" -> rate(tax, Rule.EXEMPT_RATE);
      case "AE" -> reverse(tax);
      case "K" -> intra(tax);
      case "G" -> rate(tax, Rule.EXPORT_RATE);
      case "O" -> outside(tax);
      default -> {
        // What is no category of France's was said already.
      }
    }
  }

  private void standard(Charged tax) {
    verdict.demand(
        tax.vat.rate().signum() > 0, Rule.STANDARD_RATE, tax.name() + " is of category S and 0 %");
    unexplained(tax);
  }

  private void zero(Charged tax) {
    rate(tax, Rule.ZERO_RATE);
    unexplained(tax);
  }

  private void unexplained(Charged tax) {
    verdict.demand(
        tax.vat.reason().isEmpty(),
        Rule.STANDARD_REASON,
        tax.name() + " has the exemption reason " + tax.vat.reason());
  }

  /** What is charged and taken back counts as 0 %. */
  private void rate(Charged tax, Rule rule) {
    verdict.demand(
        tax.vat.isZero() || tax.vat.takenBack(),
        rule,
        tax.name() + " is of category " + tax.category + " and " + percent(tax.vat));
  }

  private static String percent(Vat vat) {
    return vat.rate().toPlainString() + " %";
  }

  private void reverse(Charged tax) {
    rate(tax, Rule.REVERSE_RATE);
    verdict.demand(
        invoice.buyer().hasVat() || !invoice.buyer().registry().isEmpty(),
        Rule.REVERSE_BUYER,
        "the VAT number of " + invoice.buyer().name() + " is missing");
    verdict.demand(tax.hasReason(), Rule.REVERSE_REASON, tax.name() + " has no exemption reason");
  }

  private void intra(Charged tax) {
    rate(tax, Rule.INTRA_RATE);
    verdict.demand(
        invoice.buyer().hasVat(),
        Rule.INTRA_BUYER,
        tax.name()
            + " is a supply within the EU, and the VAT number of "
            + invoice.buyer().name()
            + " is missing");
  }

  private void outside(Charged tax) {
    rate(tax, Rule.OUTSIDE_RATE);
    verdict.demand(
        !invoice.seller().hasVat() && !invoice.buyer().hasVat(),
        Rule.OUTSIDE_SELLER,
        tax.name() + " is of category O, and a VAT number is on the invoice");
  }
}
