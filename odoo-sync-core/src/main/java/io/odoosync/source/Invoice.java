package io.odoosync.source;

import io.odoosync.LocalKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A validated customer invoice of the host application. Becomes a draft {@code account.move} of
 * type {@code out_invoice}.
 *
 * @param key the invoice's key
 * @param number the number that the customer sees; goes to {@code ref} and {@code
 *     payment_reference} in Odoo, never to {@code name}, which would renumber the journal
 * @param customer key of the contact who pays; an invoice without is reported as failed
 * @param currency ISO 4217 code
 * @param invoiceDate the day of the invoice; {@code null} leaves it to Odoo, which takes the day of
 *     posting
 * @param dueDate the day by which to pay; {@code null} leaves it to Odoo's payment terms
 * @param lines the lines in their order; an invoice without is reported as failed
 * @param odooId see {@link SourceRecord#odooId()}
 */
public record Invoice(
    LocalKey key,
    @Nullable String number,
    @Nullable LocalKey customer,
    String currency,
    @Nullable LocalDate invoiceDate,
    @Nullable LocalDate dueDate,
    List<InvoiceLine> lines,
    @Nullable Long odooId)
    implements SourceRecord {

  /** Checks that key and currency are there, and copies the lines. */
  public Invoice {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(currency, "currency");
    lines = List.copyOf(lines);
  }

  /**
   * Starts an invoice without lines.
   *
   * @param key the invoice's key
   * @param currency ISO 4217 code
   * @return a builder in which everything else is absent
   */
  public static Builder builder(LocalKey key, String currency) {
    return new Builder(key, currency);
  }

  /** Collects the parts of an {@link Invoice}. Not safe for use by several threads. */
  public static final class Builder {
    private final LocalKey key;
    private final String currency;
    private @Nullable String number;
    private @Nullable LocalKey customer;
    private @Nullable LocalDate invoiceDate;
    private @Nullable LocalDate dueDate;
    private List<InvoiceLine> lines = List.of();
    private @Nullable Long odooId;

    private Builder(LocalKey key, String currency) {
      this.key = Objects.requireNonNull(key, "key");
      this.currency = Objects.requireNonNull(currency, "currency");
    }

    /**
     * Sets {@link Invoice#number()}.
     *
     * @param number the customer's number
     * @return this builder
     */
    public Builder number(@Nullable String number) {
      this.number = number;
      return this;
    }

    /**
     * Sets {@link Invoice#customer()}.
     *
     * @param customer key of a contact
     * @return this builder
     */
    public Builder customer(@Nullable LocalKey customer) {
      this.customer = customer;
      return this;
    }

    /**
     * Sets {@link Invoice#invoiceDate()}.
     *
     * @param invoiceDate the day of the invoice
     * @return this builder
     */
    public Builder invoiceDate(@Nullable LocalDate invoiceDate) {
      this.invoiceDate = invoiceDate;
      return this;
    }

    /**
     * Sets {@link Invoice#dueDate()}.
     *
     * @param dueDate the day by which to pay
     * @return this builder
     */
    public Builder dueDate(@Nullable LocalDate dueDate) {
      this.dueDate = dueDate;
      return this;
    }

    /**
     * Sets {@link Invoice#lines()}.
     *
     * @param lines the lines in their order
     * @return this builder
     */
    public Builder lines(List<InvoiceLine> lines) {
      this.lines = List.copyOf(lines);
      return this;
    }

    /**
     * Sets {@link Invoice#odooId()}.
     *
     * @param odooId database id in Odoo
     * @return this builder
     */
    public Builder odooId(@Nullable Long odooId) {
      this.odooId = odooId;
      return this;
    }

    /**
     * Makes the invoice.
     *
     * @return the invoice
     */
    public Invoice build() {
      return new Invoice(key, number, customer, currency, invoiceDate, dueDate, lines, odooId);
    }
  }
}
