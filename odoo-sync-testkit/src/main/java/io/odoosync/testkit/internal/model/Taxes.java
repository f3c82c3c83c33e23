package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the lines of an invoice add up to.
 *
 * <p>A company rounds its taxes per line (the default of Odoo 14 and 18) or for the whole document
 * (of Odoo 19).
 */
final class Taxes {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Model taxes;
  private final boolean globally;
  private final boolean baseFirst;
  private final int digits;

  /**
   * @param digits of the currency
   */
  Taxes(Env env, int digits) {
    Model companies = env.superuser().model("res.company");
    this.taxes = env.superuser().model("account.tax");
    this.globally = companies.text(1, "tax_calculation_rounding_method").equals("round_globally");
    this.baseFirst = env.is14() || globally;
    this.digits = digits;
  }

  /** What a line is worth without taxes and with them. */
  record Amounts(BigDecimal untaxed, BigDecimal total) {}

  /** A line before taxes. */
  record Line(BigDecimal quantity, BigDecimal price, BigDecimal discount, List<Integer> taxes) {
    BigDecimal gross() {
      BigDecimal share = BigDecimal.ONE.subtract(discount.movePointLeft(2));
      return quantity.multiply(price).multiply(share);
    }
  }

  Amounts line(Line line) {
    Split split = split(line);
    BigDecimal tax = split.roundedTax(digits);
    BigDecimal base = rounded(split.base());
    if (!split.included()) {
      return new Amounts(base, base.add(tax));
    }
    BigDecimal total = rounded(line.gross());
    if (globally) {
      return new Amounts(base, base.add(tax));
    }
    return baseFirst ? new Amounts(base, total) : new Amounts(total.subtract(tax), total);
  }

  Amounts document(List<Line> lines) {
    return globally ? roundedOnce(lines) : roundedPerLine(lines);
  }

  private Amounts roundedPerLine(List<Line> lines) {
    BigDecimal untaxed = BigDecimal.ZERO;
    BigDecimal total = BigDecimal.ZERO;
    for (Line line : lines) {
      Amounts amounts = line(line);
      untaxed = untaxed.add(amounts.untaxed());
      total = total.add(amounts.total());
    }
    return new Amounts(untaxed, total);
  }

  private Amounts roundedOnce(List<Line> lines) {
    BigDecimal excluded = BigDecimal.ZERO;
    BigDecimal included = BigDecimal.ZERO;
    Map<Integer, BigDecimal> sums = new LinkedHashMap<>();
    Map<Integer, BigDecimal> inPrice = new LinkedHashMap<>();
    for (Line line : lines) {
      Split split = split(line);
      split.taxes().forEach((tax, amount) -> sums.merge(tax, amount, BigDecimal::add));
      if (split.included()) {
        included = included.add(line.gross());
        split.taxes().forEach((tax, amount) -> inPrice.merge(tax, amount, BigDecimal::add));
      } else {
        excluded = excluded.add(split.base());
      }
    }
    BigDecimal untaxed = rounded(excluded).add(rounded(included)).subtract(roundedSum(inPrice));
    return new Amounts(untaxed, untaxed.add(roundedSum(sums)));
  }

  private BigDecimal roundedSum(Map<Integer, BigDecimal> amounts) {
    return amounts.values().stream().map(this::rounded).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * A line without rounding.
   *
   * @param included whether the price held a tax
   */
  private record Split(BigDecimal base, Map<Integer, BigDecimal> taxes, boolean included) {
    BigDecimal roundedTax(int digits) {
      return taxes.values().stream()
          .map(amount -> amount.setScale(digits, RoundingMode.HALF_UP))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  private Split split(Line line) {
    List<Integer> inPrice = line.taxes().stream().filter(this::isInPrice).toList();
    BigDecimal base = withoutIncluded(line, inPrice);
    BigDecimal taxed = base;
    Map<Integer, BigDecimal> amounts = new LinkedHashMap<>();
    for (int tax : ordered(line.taxes())) {
      BigDecimal amount = amount(tax, taxed, line.quantity());
      amounts.put(tax, amount);
      taxed = taxes.flag(tax, "include_base_amount") ? taxed.add(amount) : taxed;
    }
    return new Split(base, amounts, !inPrice.isEmpty());
  }

  private List<Integer> ordered(List<Integer> ids) {
    List<Integer> sorted = new ArrayList<>(ids);
    sorted.sort(
        Comparator.<Integer>comparingDouble(id -> taxes.number(id, "sequence"))
            .thenComparing(Comparator.naturalOrder()));
    return sorted;
  }

  private BigDecimal withoutIncluded(Line line, List<Integer> inPrice) {
    BigDecimal percent = BigDecimal.ZERO;
    BigDecimal fixed = BigDecimal.ZERO;
    for (int tax : inPrice) {
      if (isFixed(tax)) {
        fixed = fixed.add(rate(tax).multiply(line.quantity()));
      } else {
        percent = percent.add(rate(tax));
      }
    }
    BigDecimal share = BigDecimal.ONE.add(percent.divide(HUNDRED, MathContext.DECIMAL64));
    return line.gross().subtract(fixed).divide(share, MathContext.DECIMAL64);
  }

  private BigDecimal amount(int tax, BigDecimal base, BigDecimal quantity) {
    return isFixed(tax)
        ? rate(tax).multiply(quantity)
        : base.multiply(rate(tax)).divide(HUNDRED, MathContext.DECIMAL64);
  }

  private BigDecimal rate(int tax) {
    return BigDecimal.valueOf(taxes.number(tax, "amount"));
  }

  private boolean isFixed(int tax) {
    return taxes.text(tax, "amount_type").equals("fixed");
  }

  private boolean isInPrice(int tax) {
    return taxes.flag(tax, "price_include")
        || taxes.text(tax, "price_include_override").equals("tax_included");
  }

  private BigDecimal rounded(BigDecimal value) {
    return value.setScale(digits, RoundingMode.HALF_UP);
  }
}
