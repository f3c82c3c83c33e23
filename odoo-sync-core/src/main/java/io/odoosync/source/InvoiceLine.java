package io.odoosync.source;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of an invoice: an item, or a section or note between items. Immutable, and equal to
 * another line that holds the same.
 *
 * <pre>{@code
 * InvoiceLine.builder("Coach").quantity(two).unitPrice(price).taxes(vat).build();
 * }</pre>
 */
public final class InvoiceLine {

  /** The quantity of an item unless told otherwise: 1. */
  public static final BigDecimal DEFAULT_QUANTITY = BigDecimal.ONE;

  private static final String NOTHING_SAID = ", downPayment=false, depositInvoice=null";

  private final Parts parts;

  private InvoiceLine(Parts parts) {
    this.parts = parts;
  }

  /** What a line is. */
  public enum Type {
    /** Something that is sold. */
    ITEM,
    /** A heading. */
    SECTION,
    /** A remark. */
    NOTE
  }

  /** A record, so that nothing can be left out when lines are compared and printed. */
  private record Parts(
      Type type,
      @Nullable String description,
      BigDecimal quantity,
      BigDecimal unitPrice,
      BigDecimal discountPercent,
      List<SalesTax> taxes,
      @Nullable String product,
      @Nullable String account,
      Map<String, BigDecimal> analytics,
      Map<String, FieldValue> extra,
      boolean downPayment,
      @Nullable LocalKey depositInvoice) {}

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

  private static InvoiceLine text(Type type, @Nullable String text) {
    BigDecimal none = BigDecimal.ZERO;
    return new InvoiceLine(
        new Parts(
            type, text, none, none, none, List.of(), null, null, Map.of(), Map.of(), false, null));
  }

  /**
   * Starts an item, one piece of it.
   *
   * @param description what was sold; an item without is reported as a failure of its invoice
   * @return a builder in which everything else is absent; the price must be set
   */
  public static Builder builder(@Nullable String description) {
    return new Builder(Type.ITEM).description(description);
  }

  /**
   * Starts a line from this one.
   *
   * @return a builder in which everything is as it is here
   */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  /** {@return what the line is; sections and notes have a description and nothing else} */
  public Type type() {
    return parts.type;
  }

  /** {@return what was sold; a line without is reported as a failure of its invoice} */
  public @Nullable String description() {
    return parts.description;
  }

  /**
   * {@return how many; a negative quantity is a deduction, as a negative price is} The document's
   * total must not be negative: Odoo does not post that.
   */
  public BigDecimal quantity() {
    return parts.quantity;
  }

  /** {@return the price of one, before discount, in the invoice's currency} */
  public BigDecimal unitPrice() {
    return parts.unitPrice;
  }

  /** {@return the discount in percent, 0 to 100; 0 by default} */
  public BigDecimal discountPercent() {
    return parts.discountPercent;
  }

  /** {@return the taxes of the line, possibly none} */
  public List<SalesTax> taxes() {
    return parts.taxes;
  }

  /**
   * {@return the product's internal reference in Odoo ({@code default_code}); {@code null} for a
   * line without product}
   */
  public @Nullable String product() {
    return parts.product;
  }

  /** {@return the code of the income account; {@code null} leaves it to Odoo} */
  public @Nullable String account() {
    return parts.account;
  }

  /**
   * {@return shares in percent by code or name of an analytic account; empty if the line has none}
   * Where Odoo knows one account a line (up to 15), exactly one of 100 %.
   */
  public Map<String, BigDecimal> analytics() {
    return parts.analytics;
  }

  /**
   * {@return further fields of {@code account.move.line} with their values} See {@link
   * Invoice#extra()}.
   */
  public Map<String, FieldValue> extra() {
    return parts.extra;
  }

  /**
   * {@return whether it is a down payment: the deposit itself, or what a later invoice takes off
   * for it} {@code is_downpayment} in Odoo, where the server has it (it comes with the app Sales);
   * elsewhere the line is an ordinary one, and that is said once a run. {@code false} by default.
   */
  public boolean downPayment() {
    return parts.downPayment;
  }

  /**
   * {@return the key of the invoice of the deposit that this line takes off; {@code null} if it
   * takes off none} Such a line has a negative amount, and is a down payment whether {@link
   * #downPayment()} says so or not. Its invoice waits for that one, and names it as its origin in
   * Odoo unless it has an {@link Invoice#origin()} of its own.
   */
  public @Nullable LocalKey depositInvoice() {
    return parts.depositInvoice;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InvoiceLine line && parts.equals(line.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** All that it holds, always in the same order; that it is no down payment is left out. */
  @Override
  public String toString() {
    String all = Checked.named("InvoiceLine", parts);
    return all.replace(NOTHING_SAID, "");
  }

  /** Collects the parts of a line. Not safe for use by several threads. */
  public static final class Builder {
    private final Type type;
    private @Nullable String description;
    private BigDecimal quantity = DEFAULT_QUANTITY;
    private @Nullable BigDecimal unitPrice;
    private BigDecimal discountPercent = BigDecimal.ZERO;
    private List<SalesTax> taxes = List.of();
    private @Nullable String product;
    private @Nullable String account;
    private boolean downPayment;
    private @Nullable LocalKey depositInvoice;
    private final Map<String, BigDecimal> analytics = new LinkedHashMap<>();
    private final ExtraFields extra = new ExtraFields();

    private Builder(Type type) {
      this.type = type;
    }

    private Builder(Parts parts) {
      this(parts.type);
      description = parts.description;
      quantity = parts.quantity;
      unitPrice = parts.unitPrice;
      discountPercent = parts.discountPercent;
      taxes = parts.taxes;
      product = parts.product;
      account = parts.account;
      downPayment = parts.downPayment;
      depositInvoice = parts.depositInvoice;
      analytics.putAll(parts.analytics);
      extra.putAll(parts.extra);
    }

    /** Sets {@link InvoiceLine#description()}. */
    public Builder description(@Nullable String description) {
      this.description = description;
      return this;
    }

    /** Sets {@link InvoiceLine#quantity()}. Default: {@link InvoiceLine#DEFAULT_QUANTITY}, 1. */
    public Builder quantity(BigDecimal quantity) {
      this.quantity = Objects.requireNonNull(quantity, "quantity");
      return this;
    }

    /** Sets {@link InvoiceLine#unitPrice()}. There is no default. */
    public Builder unitPrice(BigDecimal unitPrice) {
      this.unitPrice = Objects.requireNonNull(unitPrice, "unitPrice");
      return this;
    }

    /** Sets {@link InvoiceLine#discountPercent()}. */
    public Builder discountPercent(BigDecimal discountPercent) {
      this.discountPercent = Objects.requireNonNull(discountPercent, "discountPercent");
      return this;
    }

    /** Sets {@link InvoiceLine#taxes()}. */
    public Builder taxes(SalesTax... taxes) {
      return taxes(Arrays.asList(taxes));
    }

    /** Sets {@link InvoiceLine#taxes()}. */
    public Builder taxes(List<SalesTax> taxes) {
      this.taxes = Checked.copy("taxes", taxes);
      return this;
    }

    /** Sets {@link InvoiceLine#product()}. */
    public Builder product(@Nullable String product) {
      this.product = product;
      return this;
    }

    /** Sets {@link InvoiceLine#account()}. */
    public Builder account(@Nullable String account) {
      this.account = account;
      return this;
    }

    /** Makes the line a down payment. */
    public Builder downPayment() {
      return downPayment(true);
    }

    /** Sets {@link InvoiceLine#downPayment()}. */
    public Builder downPayment(boolean downPayment) {
      this.downPayment = downPayment;
      return this;
    }

    /** Sets {@link InvoiceLine#depositInvoice()}. */
    public Builder depositInvoice(@Nullable LocalKey depositInvoice) {
      this.depositInvoice = depositInvoice;
      return this;
    }

    /**
     * Adds to {@link InvoiceLine#analytics()}, or replaces a share.
     *
     * @param analyticAccount code or name of an analytic account
     * @param percent its share
     * @return this builder
     */
    public Builder analytic(String analyticAccount, BigDecimal percent) {
      analytics.put(
          Objects.requireNonNull(analyticAccount, "analyticAccount"),
          Objects.requireNonNull(percent, "percent"));
      return this;
    }

    /**
     * Adds a value to {@link InvoiceLine#extra()}, or replaces it.
     *
     * @param field a field of {@code account.move.line}
     * @param value its value, that {@link FieldValue#of} takes
     * @return this builder
     * @throws IllegalArgumentException if it is of another type
     */
    public Builder extra(String field, Object value) {
      extra.put(field, Objects.requireNonNull(value, "value"));
      return this;
    }

    /**
     * Makes the line.
     *
     * @return the line
     * @throws IllegalArgumentException if the price is not set, or if a section or a note was given
     *     more than a description
     */
    public InvoiceLine build() {
      InvoiceLine line =
          new InvoiceLine(
              new Parts(
                  type,
                  description,
                  quantity,
                  Checked.set("unitPrice", unitPrice),
                  discountPercent,
                  taxes,
                  product,
                  account,
                  Collections.unmodifiableMap(new LinkedHashMap<>(analytics)),
                  extra.copy(),
                  downPayment,
                  depositInvoice));
      if (type != Type.ITEM && !line.equals(text(type, description))) {
        throw new IllegalArgumentException(
            "a " + type.name().toLowerCase(Locale.ROOT) + " must have nothing but a description");
      }
      return line;
    }
  }
}
