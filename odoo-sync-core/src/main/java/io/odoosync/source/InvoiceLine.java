package io.odoosync.source;

import io.odoosync.FieldValue;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of an invoice: an item, or a section or note between items.
 *
 * @param type what the line is; sections and notes have a description and nothing else
 * @param description what was sold; a line without is reported as a failure of its invoice
 * @param quantity how many; a negative one is refused: deduct with a negative price
 * @param unitPrice price of one, before discount, in the invoice's currency
 * @param discountPercent discount in percent, 0 to 100
 * @param taxes the taxes of the line, possibly none
 * @param product the product's internal reference in Odoo ({@code default_code}); {@code null} for
 *     a line without product
 * @param account the code of the income account; {@code null} leaves it to Odoo
 * @param analytics shares in percent by code or name of an analytic account; empty if the line has
 *     none. Where Odoo knows one account a line (up to 15), exactly one of 100 %
 * @param extra further fields of {@code account.move.line} with their values; see {@link
 *     Invoice#extra()}
 */
public record InvoiceLine(
    Type type,
    @Nullable String description,
    BigDecimal quantity,
    BigDecimal unitPrice,
    BigDecimal discountPercent,
    List<SalesTax> taxes,
    @Nullable String product,
    @Nullable String account,
    Map<String, BigDecimal> analytics,
    Map<String, FieldValue> extra) {

  /** What a line is. */
  public enum Type {
    /** Something that is sold. */
    ITEM,
    /** A heading. */
    SECTION,
    /** A remark. */
    NOTE
  }

  /** Checks that nothing but description, product and account is missing, and copies the rest. */
  public InvoiceLine {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(unitPrice, "unitPrice");
    Objects.requireNonNull(discountPercent, "discountPercent");
    taxes = List.copyOf(taxes);
    analytics = Collections.unmodifiableMap(new LinkedHashMap<>(analytics));
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  /**
   * An item.
   *
   * @param description what was sold
   * @param quantity how many
   * @param unitPrice price of one
   * @param discountPercent discount in percent
   * @param taxes the taxes of the line
   */
  public InvoiceLine(
      @Nullable String description,
      BigDecimal quantity,
      BigDecimal unitPrice,
      BigDecimal discountPercent,
      List<SalesTax> taxes) {
    this(
        Type.ITEM,
        description,
        quantity,
        unitPrice,
        discountPercent,
        taxes,
        null,
        null,
        Map.of(),
        Map.of());
  }

  /**
   * An item without discount.
   *
   * @param description what was sold
   * @param quantity how many
   * @param unitPrice price of one
   * @param taxes the taxes of the line
   * @return the line
   */
  public static InvoiceLine of(
      @Nullable String description, BigDecimal quantity, BigDecimal unitPrice, SalesTax... taxes) {
    return builder(description, quantity, unitPrice).taxes(taxes).build();
  }

  /**
   * A heading above the lines that follow.
   *
   * @param text the heading
   * @return the line
   */
  public static InvoiceLine section(String text) {
    return text(Type.SECTION, text);
  }

  /**
   * A remark below the line before.
   *
   * @param text the remark
   * @return the line
   */
  public static InvoiceLine note(String text) {
    return text(Type.NOTE, text);
  }

  private static InvoiceLine text(Type type, String text) {
    BigDecimal none = BigDecimal.ZERO;
    return new InvoiceLine(type, text, none, none, none, List.of(), null, null, Map.of(), Map.of());
  }

  /**
   * Starts an item.
   *
   * @param description what was sold
   * @param quantity how many
   * @param unitPrice price of one
   * @return a builder in which everything else is absent
   */
  public static Builder builder(
      @Nullable String description, BigDecimal quantity, BigDecimal unitPrice) {
    return new Builder(description, quantity, unitPrice);
  }

  /** Collects the parts of an item. Not safe for use by several threads. */
  public static final class Builder {
    private final @Nullable String description;
    private final BigDecimal quantity;
    private final BigDecimal unitPrice;
    private BigDecimal discountPercent = BigDecimal.ZERO;
    private List<SalesTax> taxes = List.of();
    private @Nullable String product;
    private @Nullable String account;
    private final Map<String, BigDecimal> analytics = new LinkedHashMap<>();
    private final Map<String, FieldValue> extra = new LinkedHashMap<>();

    private Builder(@Nullable String description, BigDecimal quantity, BigDecimal unitPrice) {
      this.description = description;
      this.quantity = Objects.requireNonNull(quantity, "quantity");
      this.unitPrice = Objects.requireNonNull(unitPrice, "unitPrice");
    }

    /**
     * Sets {@link InvoiceLine#discountPercent()}.
     *
     * @param discountPercent 0 to 100
     * @return this builder
     */
    public Builder discountPercent(BigDecimal discountPercent) {
      this.discountPercent = Objects.requireNonNull(discountPercent, "discountPercent");
      return this;
    }

    /**
     * Sets {@link InvoiceLine#taxes()}.
     *
     * @param taxes the taxes, possibly none
     * @return this builder
     */
    public Builder taxes(SalesTax... taxes) {
      this.taxes = List.of(taxes);
      return this;
    }

    /**
     * Sets {@link InvoiceLine#product()}.
     *
     * @param product an internal reference
     * @return this builder
     */
    public Builder product(@Nullable String product) {
      this.product = product;
      return this;
    }

    /**
     * Sets {@link InvoiceLine#account()}.
     *
     * @param account the code of an account
     * @return this builder
     */
    public Builder account(@Nullable String account) {
      this.account = account;
      return this;
    }

    /**
     * Adds to {@link InvoiceLine#analytics()}.
     *
     * @param analyticAccount code or name of an analytic account
     * @param percent its share
     * @return this builder
     */
    public Builder analytic(String analyticAccount, BigDecimal percent) {
      analytics.put(analyticAccount, Objects.requireNonNull(percent, "percent"));
      return this;
    }

    /**
     * Adds to {@link InvoiceLine#extra()}.
     *
     * @param field a field of {@code account.move.line}
     * @param value its value, that {@link FieldValue#of} takes
     * @return this builder
     * @throws IllegalArgumentException if it is of another type
     */
    public Builder extra(String field, Object value) {
      extra.put(field, FieldValue.of(Objects.requireNonNull(value, "value")));
      return this;
    }

    /**
     * Makes the line.
     *
     * @return the line
     */
    public InvoiceLine build() {
      return new InvoiceLine(
          Type.ITEM,
          description,
          quantity,
          unitPrice,
          discountPercent,
          taxes,
          product,
          account,
          analytics,
          extra);
    }
  }
}
