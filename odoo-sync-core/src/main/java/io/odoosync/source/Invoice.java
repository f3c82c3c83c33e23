package io.odoosync.source;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.OdooReference;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A validated invoice or credit note of the host application. Becomes an {@code account.move}, a
 * draft unless the {@link io.odoosync.InvoicingOptions} say to post it. Once it is in Odoo it is
 * never rewritten.
 *
 * @param key the invoice's key
 * @param kind invoice or credit note
 * @param original key of the invoice that a credit note takes back; {@code null} for an invoice.
 *     The two are linked in Odoo as soon as the original is there
 * @param number the number that the customer sees; goes to {@code payment_reference} and, without a
 *     reference, to {@code ref} in Odoo, never to {@code name}, which would renumber the journal
 * @param reference the customer's own reference, such as an order's number; goes to {@code ref}
 * @param customer key of the contact who pays; an invoice without is reported as failed
 * @param currency ISO 4217 code; the currency must be active in Odoo
 * @param invoiceDate the day of the invoice; {@code null} leaves it to Odoo, which takes the day of
 *     posting
 * @param dueDate the day by which to pay; {@code null} leaves it to the payment term
 * @param paymentTerm the payment term; {@code null} leaves it to the {@link
 *     io.odoosync.InvoicingOptions}, then to Odoo
 * @param journal the code of a sale journal; {@code null} leaves it to the {@link
 *     io.odoosync.InvoicingOptions}, then to Odoo
 * @param company the company that issues it; {@code null} leaves it to the {@link
 *     io.odoosync.InvoicingOptions}, then to the integration user's company
 * @param origin the document that it stems from, such as an order's number ({@code invoice_origin})
 * @param narration terms and conditions, in plain text
 * @param lines the lines in their order; an invoice without items is reported as failed
 * @param totals what Odoo must arrive at. Without them, only what the lines make likely can be
 *     compared
 * @param document the invoice as a PDF; {@code null} if there is none
 * @param extra further fields of {@code account.move} with their values, for what a company added
 *     to its Odoo
 * @param odooId see {@link SourceRecord#odooId()}
 */
public record Invoice(
    LocalKey key,
    InvoiceKind kind,
    @Nullable LocalKey original,
    @Nullable String number,
    @Nullable String reference,
    @Nullable LocalKey customer,
    String currency,
    @Nullable LocalDate invoiceDate,
    @Nullable LocalDate dueDate,
    @Nullable OdooReference paymentTerm,
    @Nullable String journal,
    @Nullable OdooReference company,
    @Nullable String origin,
    @Nullable String narration,
    List<InvoiceLine> lines,
    InvoiceTotals totals,
    @Nullable InvoiceDocument document,
    Map<String, FieldValue> extra,
    @Nullable Long odooId)
    implements SourceRecord {

  /** Checks that key, kind and currency are there, and copies lines and extra values. */
  public Invoice {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(totals, "totals");
    lines = List.copyOf(lines);
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  /**
   * Starts an invoice without lines.
   *
   * @param key the invoice's key
   * @param currency ISO 4217 code
   * @return a builder in which everything else is absent
   */
  public static Builder builder(LocalKey key, String currency) {
    return new Builder(key, currency, InvoiceKind.INVOICE, null);
  }

  /**
   * Starts a credit note without lines.
   *
   * @param key the credit note's key
   * @param currency ISO 4217 code
   * @param original key of the invoice that it takes back; {@code null} if it takes back none in
   *     particular
   * @return a builder in which everything else is absent
   */
  public static Builder creditNote(LocalKey key, String currency, @Nullable LocalKey original) {
    return new Builder(key, currency, InvoiceKind.CREDIT_NOTE, original);
  }

  /** Collects the parts of an {@link Invoice}. Not safe for use by several threads. */
  public static final class Builder {
    private final LocalKey key;
    private final String currency;
    private final InvoiceKind kind;
    private final @Nullable LocalKey original;
    private @Nullable String number;
    private @Nullable String reference;
    private @Nullable LocalKey customer;
    private @Nullable LocalDate invoiceDate;
    private @Nullable LocalDate dueDate;
    private @Nullable OdooReference paymentTerm;
    private @Nullable String journal;
    private @Nullable OdooReference company;
    private @Nullable String origin;
    private @Nullable String narration;
    private List<InvoiceLine> lines = List.of();
    private InvoiceTotals totals = InvoiceTotals.UNKNOWN;
    private @Nullable InvoiceDocument document;
    private final Map<String, FieldValue> extra = new LinkedHashMap<>();
    private @Nullable Long odooId;

    private Builder(LocalKey key, String currency, InvoiceKind kind, @Nullable LocalKey original) {
      this.key = Objects.requireNonNull(key, "key");
      this.currency = Objects.requireNonNull(currency, "currency");
      this.kind = kind;
      this.original = original;
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
     * Sets {@link Invoice#reference()}.
     *
     * @param reference the customer's reference
     * @return this builder
     */
    public Builder reference(@Nullable String reference) {
      this.reference = reference;
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
     * Sets {@link Invoice#paymentTerm()}.
     *
     * @param paymentTerm a payment term of Odoo
     * @return this builder
     */
    public Builder paymentTerm(@Nullable OdooReference paymentTerm) {
      this.paymentTerm = paymentTerm;
      return this;
    }

    /**
     * Sets {@link Invoice#journal()}.
     *
     * @param journal the code of a sale journal
     * @return this builder
     */
    public Builder journal(@Nullable String journal) {
      this.journal = journal;
      return this;
    }

    /**
     * Sets {@link Invoice#company()}.
     *
     * @param company a company of Odoo
     * @return this builder
     */
    public Builder company(@Nullable OdooReference company) {
      this.company = company;
      return this;
    }

    /**
     * Sets {@link Invoice#origin()}.
     *
     * @param origin what the invoice stems from
     * @return this builder
     */
    public Builder origin(@Nullable String origin) {
      this.origin = origin;
      return this;
    }

    /**
     * Sets {@link Invoice#narration()}.
     *
     * @param narration plain text
     * @return this builder
     */
    public Builder narration(@Nullable String narration) {
      this.narration = narration;
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
     * Sets {@link Invoice#totals()}.
     *
     * @param totals the totals that the host issued
     * @return this builder
     */
    public Builder totals(InvoiceTotals totals) {
      this.totals = Objects.requireNonNull(totals, "totals");
      return this;
    }

    /**
     * Sets {@link Invoice#document()}.
     *
     * @param document the PDF
     * @return this builder
     */
    public Builder document(@Nullable InvoiceDocument document) {
      this.document = document;
      return this;
    }

    /**
     * Adds to {@link Invoice#extra()}.
     *
     * @param field a field of {@code account.move}
     * @param value its value, that {@link FieldValue#of} takes
     * @return this builder
     * @throws IllegalArgumentException if it is of another type
     */
    public Builder extra(String field, Object value) {
      extra.put(field, FieldValue.of(Objects.requireNonNull(value, "value")));
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
      return new Invoice(
          key,
          kind,
          original,
          number,
          reference,
          customer,
          currency,
          invoiceDate,
          dueDate,
          paymentTerm,
          journal,
          company,
          origin,
          narration,
          lines,
          totals,
          document,
          extra,
          odooId);
    }
  }
}
