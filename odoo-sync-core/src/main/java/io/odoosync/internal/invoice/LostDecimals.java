package io.odoosync.internal.invoice;

import io.odoosync.odoo.OdooRecord;
import io.odoosync.source.InvoiceLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * The numbers of a line of which Odoo keeps fewer decimals than the host gave.
 *
 * @param byField in words what becomes of each, by the field; none if Odoo keeps them all
 */
record LostDecimals(Map<String, String> byField) {

  /** Fewer are kept by no Odoo, so a number that has no more was changed by somebody. */
  private static final int ALWAYS_KEPT = 2;

  /** What Odoo's settings call the decimals of each; those of quantities by release. */
  private static final Map<String, String> ACCURACIES =
      Map.of(
          "quantity", "'Product Unit of Measure' or 'Product Unit'",
          "price_unit", "'Product Price'",
          "discount", "'Discount'");

  LostDecimals {
    byField = new LinkedHashMap<>(byField);
  }

  /** What Odoo was found to keep of a line. */
  static LostDecimals of(InvoiceLine line, OdooRecord inOdoo) {
    return among(
        line,
        (field, number) -> {
          BigDecimal kept = inOdoo.number(field).orElse(number).stripTrailingZeros();
          boolean isCut =
              number.stripTrailingZeros().scale() > ALWAYS_KEPT
                  && kept.compareTo(number) != 0
                  && kept.compareTo(rounded(number, Math.max(ALWAYS_KEPT, kept.scale()))) == 0;
          return isCut ? "%s only".formatted(kept.toPlainString()) : "";
        });
  }

  private static BigDecimal rounded(BigDecimal number, int decimals) {
    return number.setScale(decimals, RoundingMode.HALF_UP);
  }

  /**
   * Looks at the numbers of a line.
   *
   * @param kept what Odoo keeps of a field's number, in words; empty if that is all of it
   */
  static LostDecimals among(InvoiceLine line, BiFunction<String, BigDecimal, String> kept) {
    Map<String, BigDecimal> numbers =
        Map.of(
            "quantity", line.quantity(),
            "price_unit", line.unitPrice(),
            "discount", line.discountPercent());
    Map<String, String> lost = new LinkedHashMap<>();
    for (String field : LineNumbers.FIELDS) {
      BigDecimal number = numbers.getOrDefault(field, BigDecimal.ZERO);
      String words = kept.apply(field, number);
      if (!words.isEmpty()) {
        lost.put(field, "of " + field + " " + number.toPlainString() + " Odoo keeps " + words);
      }
    }
    return new LostDecimals(lost);
  }

  boolean isNone() {
    return byField.isEmpty();
  }

  String words() {
    return String.join(", ", byField.values());
  }

  String advice() {
    return "Raise the digits of "
        + byField.keySet().stream()
            .map(field -> ACCURACIES.getOrDefault(field, field))
            .collect(Collectors.joining(" and "))
        + " in Odoo (developer mode: Settings, Technical, Decimal Accuracy), or round them in the"
        + " host application.";
  }
}
