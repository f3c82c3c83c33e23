package io.odoosync.internal.invoice;

import io.odoosync.FieldValue;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.Problems;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.source.InvoiceLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Quantity, price and discount of a line, with the decimals that this Odoo keeps: up to Odoo 18
 * prices have two, whatever was sent. A number that loses decimals is sent as it would be kept if
 * the line's amount stays the same, and refused otherwise.
 */
final class LineNumbers {

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final ModelFields fields;

  LineNumbers(ModelFields fields) {
    this.fields = fields;
  }

  /** The line's amount before taxes, or with those that its price includes; not rounded. */
  static BigDecimal amount(BigDecimal quantity, BigDecimal unitPrice, BigDecimal discountPercent) {
    return quantity
        .multiply(unitPrice)
        .multiply(HUNDRED.subtract(discountPercent))
        .movePointLeft(2);
  }

  /**
   * The numbers as Odoo will keep them.
   *
   * @param decimals decimals of the currency
   */
  FieldValues of(InvoiceLine line, int decimals, String where, Problems problems) {
    BigDecimal quantity = kept("quantity", line.quantity());
    BigDecimal price = kept("price_unit", line.unitPrice());
    BigDecimal discount = kept("discount", line.discountPercent());
    BigDecimal asked = amount(line.quantity(), line.unitPrice(), line.discountPercent());
    BigDecimal got = amount(quantity, price, discount);
    if (rounded(asked, decimals).compareTo(rounded(got, decimals)) != 0) {
      problems.add(
          where
              + ": "
              + lost(line)
              + ", so the line would be "
              + plain(got, decimals)
              + " instead of "
              + plain(asked, decimals));
    }
    return FieldValues.builder()
        .set("quantity", new FieldValue.Decimal(quantity))
        .set("price_unit", new FieldValue.Decimal(price))
        .set("discount", new FieldValue.Decimal(discount))
        .build();
  }

  private String lost(InvoiceLine line) {
    Map<String, BigDecimal> numbers =
        Map.of(
            "quantity", line.quantity(),
            "price_unit", line.unitPrice(),
            "discount", line.discountPercent());
    List<String> lost = new ArrayList<>();
    for (String field : List.of("quantity", "price_unit", "discount")) {
      BigDecimal number = numbers.getOrDefault(field, BigDecimal.ZERO);
      if (number.compareTo(kept(field, number)) != 0) {
        lost.add(
            "of "
                + field
                + " "
                + number.toPlainString()
                + " Odoo keeps "
                + decimals(field)
                + " decimals only");
      }
    }
    return String.join(", ", lost);
  }

  private BigDecimal kept(String field, BigDecimal number) {
    return number.scale() <= decimals(field) ? number : rounded(number, decimals(field));
  }

  private int decimals(String field) {
    FieldDefinition definition = fields.byName().get(field);
    return definition == null || definition.decimals() == null
        ? Integer.MAX_VALUE
        : definition.decimals();
  }

  private static BigDecimal rounded(BigDecimal number, int decimals) {
    return number.setScale(decimals, RoundingMode.HALF_UP);
  }

  private static String plain(BigDecimal amount, int decimals) {
    return rounded(amount, decimals).toPlainString();
  }
}
