package io.odoosync.source;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sales tax in the host's words. It is found in Odoo by the code, if the {@link
 * io.odoosync.TaxMapping} knows it, else by its rate among the company's sale taxes. Category and
 * exemption do not decide which one it is; they are for those who judge the invoice.
 *
 * <pre>{@code
 * SalesTax.of("TVA0", "0").exempt("Exonération de TVA, article 261-4-4° du CGI");
 * }</pre>
 *
 * @param code the host's code, for example {@code TVA20}
 * @param ratePercent the rate in percent, for example {@code 20} or {@code 5.5}; {@code null} if
 *     the tax can be found by its code only
 * @param priceIncluded whether unit prices contain this tax
 * @param category why it has this rate; {@code null} if the host does not say
 * @param exemptionReason what the invoice must say about an exemption, such as "TVA non applicable,
 *     art. 293 B du CGI"; {@code null} if there is none
 * @param exemptionCode the reason as a code of the VATEX list, such as {@code VATEX-FR-FRANCHISE}
 *     or {@code VATEX-EU-309}; {@code null} if there is none
 */
public record SalesTax(
    String code,
    @Nullable BigDecimal ratePercent,
    boolean priceIncluded,
    @Nullable TaxCategory category,
    @Nullable String exemptionReason,
    @Nullable String exemptionCode) {

  /** Checks that the code is there. */
  public SalesTax {
    Objects.requireNonNull(code, "code");
  }

  /**
   * A tax of which no category is known.
   *
   * @param code the host's code
   * @param ratePercent the rate in percent; {@code null} if it can be found by its code only
   * @param priceIncluded whether unit prices contain it
   */
  public SalesTax(String code, @Nullable BigDecimal ratePercent, boolean priceIncluded) {
    this(code, ratePercent, priceIncluded, null, null, null);
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

  /**
   * The same tax with a category.
   *
   * @param category why it has its rate
   * @return the changed tax
   */
  public SalesTax category(TaxCategory category) {
    return new SalesTax(code, ratePercent, priceIncluded, category, exemptionReason, exemptionCode);
  }

  /**
   * The same tax as an exemption: {@link TaxCategory#EXEMPT}, unless it has another category.
   *
   * @param reason what the invoice must say about it
   * @return the changed tax
   */
  public SalesTax exempt(String reason) {
    return exempt(reason, null);
  }

  /**
   * The same tax as an exemption: {@link TaxCategory#EXEMPT}, unless it has another category.
   *
   * @param reason what the invoice must say about it
   * @param vatexCode the reason as a code of the VATEX list, or {@code null}
   * @return the changed tax
   */
  public SalesTax exempt(String reason, @Nullable String vatexCode) {
    return new SalesTax(
        code,
        ratePercent,
        priceIncluded,
        category == null ? TaxCategory.EXEMPT : category,
        Objects.requireNonNull(reason, "reason"),
        vatexCode);
  }

  /** All that it holds; what it says nothing about is left out. */
  @Override
  public String toString() {
    boolean saysMore = category != null || exemptionReason != null || exemptionCode != null;
    return "SalesTax[code="
        + code
        + ", ratePercent="
        + ratePercent
        + ", priceIncluded="
        + priceIncluded
        + (saysMore ? more() : "")
        + "]";
  }

  private String more() {
    return ", category="
        + category
        + ", exemptionReason="
        + exemptionReason
        + ", exemptionCode="
        + exemptionCode;
  }
}
