package io.odoosync.source;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of an invoice.
 *
 * @param description what was sold; a line without is reported as a failure of its invoice
 * @param quantity how many; a negative one is refused: deduct with a negative price
 * @param unitPrice price of one, before discount, in the invoice's currency
 * @param discountPercent discount in percent, 0 to 100
 * @param taxes the taxes of the line, possibly none
 */
public record InvoiceLine(
    @Nullable String description,
    BigDecimal quantity,
    BigDecimal unitPrice,
    BigDecimal discountPercent,
    List<SalesTax> taxes) {

  /** Checks that nothing but the description is missing, and copies the taxes. */
  public InvoiceLine {
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(unitPrice, "unitPrice");
    Objects.requireNonNull(discountPercent, "discountPercent");
    taxes = List.copyOf(taxes);
  }

  /**
   * A line without discount.
   *
   * @param description what was sold
   * @param quantity how many
   * @param unitPrice price of one
   * @param taxes the taxes of the line
   * @return the line
   */
  public static InvoiceLine of(
      @Nullable String description, BigDecimal quantity, BigDecimal unitPrice, SalesTax... taxes) {
    return new InvoiceLine(description, quantity, unitPrice, BigDecimal.ZERO, List.of(taxes));
  }
}
