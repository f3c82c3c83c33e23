package io.odoosync.source;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The totals that the host issued, which Odoo must arrive at as well. Each may be missing; one that
 * is given is compared. Immutable, and equal to others that hold the same.
 *
 * <pre>{@code
 * InvoiceTotals.builder().untaxed(untaxed).tax(tax).total(untaxed.add(tax)).build();
 * }</pre>
 */
public final class InvoiceTotals {

  /** No totals: they are computed from the lines. */
  public static final InvoiceTotals UNKNOWN = builder().build();

  private final Parts parts;

  private InvoiceTotals(Parts parts) {
    this.parts = parts;
  }

  /** A record, so that nothing can be left out when totals are compared and printed. */
  private record Parts(
      @Nullable BigDecimal untaxed, @Nullable BigDecimal tax, @Nullable BigDecimal total) {}

  /**
   * Starts with totals of which none is known.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Starts with these totals.
   *
   * @return a builder in which everything is as it is here
   */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  /** {@return the sum before taxes, in the invoice's currency; {@code null} if it is not known} */
  public @Nullable BigDecimal untaxed() {
    return parts.untaxed;
  }

  /** {@return the sum of the taxes; {@code null} if it is not known} */
  public @Nullable BigDecimal tax() {
    return parts.tax;
  }

  /** {@return what the customer pays; {@code null} if it is not known} */
  public @Nullable BigDecimal total() {
    return parts.total;
  }

  /**
   * Whether there is nothing to compare with.
   *
   * @return {@code true} if all three are missing
   */
  public boolean isUnknown() {
    return equals(UNKNOWN);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InvoiceTotals totals && parts.equals(totals.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** All that they hold, always in the same order. */
  @Override
  public String toString() {
    return Checked.named("InvoiceTotals", parts);
  }

  /** Collects the parts of {@link InvoiceTotals}. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable BigDecimal untaxed;
    private @Nullable BigDecimal tax;
    private @Nullable BigDecimal total;

    private Builder() {}

    private Builder(Parts parts) {
      untaxed = parts.untaxed;
      tax = parts.tax;
      total = parts.total;
    }

    /** Sets {@link InvoiceTotals#untaxed()}. */
    public Builder untaxed(@Nullable BigDecimal untaxed) {
      this.untaxed = untaxed;
      return this;
    }

    /** Sets {@link InvoiceTotals#tax()}. */
    public Builder tax(@Nullable BigDecimal tax) {
      this.tax = tax;
      return this;
    }

    /** Sets {@link InvoiceTotals#total()}. */
    public Builder total(@Nullable BigDecimal total) {
      this.total = total;
      return this;
    }

    /**
     * Makes the totals.
     *
     * @return the totals
     */
    public InvoiceTotals build() {
      return new InvoiceTotals(new Parts(untaxed, tax, total));
    }
  }
}
