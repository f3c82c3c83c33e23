package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * How many digits an invoice line keeps. Odoo 14 computes amounts before it rounds price, quantity
 * and discount to two digits, later ones after; 19 does so too, but does not round the price.
 */
final class LinePrecision {
  private static final int DIGITS = 2;
  private static final String EXACT = "testkit.exact.";
  private static final List<String> ALL = List.of("price_unit", "quantity", "discount");

  private LinePrecision() {}

  /** The value that amounts are computed with. */
  static BigDecimal of(Model lines, int id, String field) {
    return lines.stored(id, EXACT + field) instanceof Double exact
        ? BigDecimal.valueOf(exact)
        : BigDecimal.valueOf(lines.number(id, field));
  }

  static void limit(Env env, int id, Map<String, Object> values) {
    for (String field : ALL) {
      boolean limited = !env.has(Fact.PRICES_UNROUNDED) || !field.equals("price_unit");
      if (limited && values.containsKey(field)) {
        limit(env.model(Moves.LINES), id, field);
      }
    }
  }

  private static void limit(Model lines, int id, String field) {
    double exact = lines.number(id, field);
    BigDecimal rounded = BigDecimal.valueOf(exact).setScale(DIGITS, RoundingMode.HALF_UP);
    lines.store(id, field, rounded.doubleValue());
    boolean later = lines.env().has(Fact.AMOUNTS_BEFORE_ROUNDING);
    lines.table().put(id, EXACT + field, later ? (Object) exact : false);
  }

  static void forget(Model lines, int id) {
    ALL.forEach(field -> lines.table().put(id, EXACT + field, false));
  }
}
