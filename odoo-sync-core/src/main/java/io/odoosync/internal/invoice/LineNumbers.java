package io.odoosync.internal.invoice;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.FieldValue;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.Problems;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.source.InvoiceLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Quantity, price and discount of a line, with the decimals that this Odoo keeps, whatever was
 * sent: mostly two, a setting that the fields' definitions tell. A number that loses decimals is
 * sent as it would be kept if the line's amount stays the same, and refused otherwise.
 */
final class LineNumbers {

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /** The fields that hold them. */
  static final List<String> FIELDS = List.of("quantity", "price_unit", "discount");

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
      problems.add(lost(line, where, plain(got, decimals), plain(asked, decimals)));
    }
    return FieldValues.builder()
        .set("quantity", new FieldValue.Decimal(quantity))
        .set("price_unit", new FieldValue.Decimal(price))
        .set("discount", new FieldValue.Decimal(discount))
        .build();
  }

  private Failure lost(InvoiceLine line, String where, String got, String asked) {
    LostDecimals lost =
        LostDecimals.among(
            line,
            (field, number) ->
                number.compareTo(kept(field, number)) == 0
                    ? ""
                    : decimals(field) + " decimals only");
    return Failure.of(
        FailureCause.INVALID_RECORD,
        where + ": " + lost.words() + ", so the line would be " + got + " instead of " + asked,
        lost.advice());
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
