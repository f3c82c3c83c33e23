package io.odoosync.source;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sales tax in the host's words. It is found in Odoo by the code, if the {@link
 * io.odoosync.TaxMapping} knows it, else by its rate among the company's sale taxes.
 *
 * @param code the host's code, for example {@code TVA20}
 * @param ratePercent the rate in percent, for example {@code 20} or {@code 5.5}; {@code null} if
 *     the tax can be found by its code only
 * @param priceIncluded whether unit prices contain this tax
 */
public record SalesTax(String code, @Nullable BigDecimal ratePercent, boolean priceIncluded) {

  /** Checks that the code is there. */
  public SalesTax {
    Objects.requireNonNull(code, "code");
  }

  /**
   * A tax that comes on top of the unit price.
   *
   * @param code the host's code
   * @param ratePercent the rate in percent, in decimal notation
   * @return the tax
   * @throws NumberFormatException if the rate is not a decimal number
   */
  public static SalesTax of(String code, String ratePercent) {
    return new SalesTax(code, new BigDecimal(ratePercent), false);
  }

  /**
   * A tax that the unit price contains.
   *
   * @param code the host's code
   * @param ratePercent the rate in percent, in decimal notation
   * @return the tax
   * @throws NumberFormatException if the rate is not a decimal number
   */
  public static SalesTax included(String code, String ratePercent) {
    return new SalesTax(code, new BigDecimal(ratePercent), true);
  }
}
