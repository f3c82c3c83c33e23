package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the lines of an invoice add up to.
 *
 * <p>A company rounds its taxes per line (the default of Odoo 14 and 18) or for the whole document
 * (of Odoo 19). Per line, what a line is worth is rounded first, then its taxes. For the whole
 * document, each tax is rounded once; if all taxes are in the prices, the sum with taxes is rounded
 * and the taxes are taken off, else the sum without taxes is rounded.
 */
final class Taxes {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final MathContext EXACT = MathContext.DECIMAL128;

  private final Model taxes;
  private final boolean globally;
  private final boolean netFirst;
  private final int digits;
  private final boolean included;

  /**
   * @param digits of the currency
   * @param included whether the document has the taxes in its prices, of which a tax that says it
   *     itself takes no notice
   */
  Taxes(Env env, int company, int digits, boolean included) {
    Model companies = env.superuser().model("res.company");
    this.taxes = env.superuser().model("account.tax");
    this.globally =
        companies.text(company, "tax_calculation_rounding_method").equals("round_globally");
    this.netFirst = env.has(Fact.NET_ROUNDED_FIRST) || globally;
    this.digits = digits;
    this.included = included;
  }

  /** What a line is worth without taxes and with them. */
  record Amounts(BigDecimal untaxed, BigDecimal total) {
    private static final Amounts NONE = new Amounts(BigDecimal.ZERO, BigDecimal.ZERO);

    private Amounts plus(Amounts other) {
      return new Amounts(untaxed.add(other.untaxed), total.add(other.total));
    }
  }

  /** A line before taxes. */
  record Line(BigDecimal quantity, BigDecimal price, BigDecimal discount, List<Integer> taxes) {
    BigDecimal gross() {
      BigDecimal share = BigDecimal.ONE.subtract(discount.movePointLeft(2));
      return quantity.multiply(price).multiply(share);
    }
  }

  /** A tax of a line; the same tax may be in one price and not in another. */
  private record Tax(int id, boolean included) {}

  private record Split(BigDecimal net, Map<Tax, BigDecimal> amounts) {
    BigDecimal tax() {
      return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  Amounts line(Line line) {
    Split split = split(line);
    BigDecimal net = rounded(split.net());
    return new Amounts(net, net.add(roundedSum(split.amounts())));
  }

  Amounts document(List<Line> lines) {
    return globally
        ? roundedOnce(lines.stream().map(this::split).toList())
        : lines.stream().map(this::line).reduce(Amounts.NONE, Amounts::plus);
  }

  private Amounts roundedOnce(List<Split> lines) {
    Map<Tax, BigDecimal> sums = new HashMap<>();
    BigDecimal net = BigDecimal.ZERO;
    BigDecimal gross = BigDecimal.ZERO;
    for (Split line : lines) {
      line.amounts().forEach((tax, amount) -> sums.merge(tax, amount, BigDecimal::add));
      net = net.add(line.net());
      gross = gross.add(line.net()).add(line.tax());
    }
    BigDecimal tax = roundedSum(sums);
    boolean allIncluded = sums.keySet().stream().allMatch(Tax::included);
    BigDecimal untaxed = allIncluded ? rounded(tidy(gross)).subtract(tax) : rounded(tidy(net));
    return new Amounts(untaxed, untaxed.add(tax));
  }

  /** Takes away what dividing and multiplying again has left in the last digits. */
  private static BigDecimal tidy(BigDecimal sum) {
    return sum.setScale(20, RoundingMode.HALF_UP);
  }

  private BigDecimal roundedSum(Map<Tax, BigDecimal> amounts) {
    return amounts.values().stream()
        .map(amount -> rounded(tidy(amount)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Split split(Line line) {
    BigDecimal gross = step(line.gross());
    BigDecimal net = withoutIncluded(line, gross);
    net = netFirst ? step(net) : net;
    Map<Tax, BigDecimal> amounts = new HashMap<>();
    BigDecimal base = net;
    for (int tax : ordered(line.taxes())) {
      BigDecimal amount = step(amount(tax, base, line.quantity()));
      amounts.put(new Tax(tax, isInPrice(tax)), amount);
      boolean raises = taxes.flag(tax, "include_base_amount") && !isInPrice(tax);
      base = raises ? base.add(amount) : base;
    }
    return netFirst ? settled(gross, net, amounts) : new Split(left(gross, amounts), amounts);
  }

  /** What is left of the price without the taxes in it. */
  private static BigDecimal left(BigDecimal gross, Map<Tax, BigDecimal> amounts) {
    return amounts.entrySet().stream()
        .filter(entry -> entry.getKey().included())
        .map(Map.Entry::getValue)
        .reduce(gross, BigDecimal::subtract);
  }

  /** Per line, the net and the taxes that were in the price make up the price again. */
  private Split settled(BigDecimal gross, BigDecimal net, Map<Tax, BigDecimal> amounts) {
    if (!globally) {
      BigDecimal missing = left(gross, amounts).subtract(net);
      amounts.keySet().stream()
          .filter(Tax::included)
          .findFirst()
          .ifPresent(tax -> amounts.merge(tax, missing, BigDecimal::add));
    }
    return new Split(net, amounts);
  }

  private List<Integer> ordered(List<Integer> ids) {
    List<Integer> sorted = new ArrayList<>(ids);
    sorted.sort(
        Comparator.<Integer>comparingDouble(id -> taxes.number(id, "sequence"))
            .thenComparing(Comparator.naturalOrder()));
    return sorted;
  }

  private BigDecimal withoutIncluded(Line line, BigDecimal gross) {
    BigDecimal percent = BigDecimal.ZERO;
    BigDecimal fixed = BigDecimal.ZERO;
    for (int tax : line.taxes()) {
      if (isInPrice(tax) && isFixed(tax)) {
        fixed = fixed.add(rate(tax).multiply(line.quantity()));
      } else if (isInPrice(tax)) {
        percent = percent.add(rate(tax));
      }
    }
    BigDecimal share = BigDecimal.ONE.add(percent.movePointLeft(2));
    return gross.subtract(fixed).divide(share, EXACT);
  }

  private BigDecimal amount(int tax, BigDecimal base, BigDecimal quantity) {
    return isFixed(tax)
        ? rate(tax).multiply(quantity)
        : base.multiply(rate(tax)).divide(HUNDRED, EXACT);
  }

  private BigDecimal rate(int tax) {
    return BigDecimal.valueOf(taxes.number(tax, "amount"));
  }

  private boolean isFixed(int tax) {
    return taxes.text(tax, "amount_type").equals("fixed");
  }

  private boolean isInPrice(int tax) {
    String own = taxes.text(tax, "price_include_override");
    return own.isEmpty()
        ? included || taxes.flag(tax, "price_include")
        : own.equals("tax_included");
  }

  /** Each step of a computation per line is rounded. */
  private BigDecimal step(BigDecimal value) {
    return globally ? value : rounded(tidy(value));
  }

  private BigDecimal rounded(BigDecimal value) {
    return value.setScale(digits, RoundingMode.HALF_UP);
  }
}
