package io.odoosync.source;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.OdooReference;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A validated invoice or credit note of the host application. Becomes an {@code account.move}, a
 * draft unless the {@link io.odoosync.InvoicingOptions} say to post it. Once it is in Odoo it is
 * never rewritten. Immutable, and equal to another invoice that holds the same.
 */
public final class Invoice implements SourceRecord {

  private static final String NOTHING_SAID =
      ", buyerReference=null, purchaseOrderReference=null, deliveryDate=null, customerKind=null";

  private final Parts parts;

  private Invoice(Parts parts) {
    this.parts = parts;
  }

  /** A record, so that nothing can be left out when invoices are compared and printed. */
  private record Parts(
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
      @Nullable Long odooId,
      @Nullable String buyerReference,
      @Nullable String purchaseOrderReference,
      @Nullable LocalDate deliveryDate,
      @Nullable CustomerKind customerKind,
      @Nullable String unreadable) {}

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

  /** {@return a builder in which everything is as it is here} */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  @Override
  public LocalKey key() {
    return parts.key;
  }

  /** {@return whether this is an invoice or a credit note} */
  public InvoiceKind kind() {
    return parts.kind;
  }

  /**
   * {@return the key of the invoice that a credit note takes back; {@code null} for an invoice} The
   * two are linked in Odoo as soon as the original is there.
   */
  public @Nullable LocalKey original() {
    return parts.original;
  }

  /**
   * {@return the number that the customer sees} It goes to {@code payment_reference} and, without a
   * reference, to {@code ref} in Odoo, never to {@code name}, which would renumber the journal.
   */
  public @Nullable String number() {
    return parts.number;
  }

  /** {@return the customer's own reference, such as an order's number; goes to {@code ref}} */
  public @Nullable String reference() {
    return parts.reference;
  }

  /** {@return the key of the contact who pays; an invoice without is reported as failed} */
  public @Nullable LocalKey customer() {
    return parts.customer;
  }

  /** {@return the ISO 4217 code; the currency must be active in Odoo} */
  public String currency() {
    return parts.currency;
  }

  /**
   * {@return the day of the invoice; {@code null} leaves it to Odoo, which takes the day of
   * posting}
   */
  public @Nullable LocalDate invoiceDate() {
    return parts.invoiceDate;
  }

  /** {@return the day by which to pay; {@code null} leaves it to the payment term} */
  public @Nullable LocalDate dueDate() {
    return parts.dueDate;
  }

  /**
   * {@return the payment term; {@code null} leaves it to the {@link io.odoosync.InvoicingOptions},
   * then to Odoo}
   */
  public @Nullable OdooReference paymentTerm() {
    return parts.paymentTerm;
  }

  /**
   * {@return the code of a sale journal; {@code null} leaves it to the {@link
   * io.odoosync.InvoicingOptions}, then to Odoo}
   */
  public @Nullable String journal() {
    return parts.journal;
  }

  /**
   * {@return the company that issues it; {@code null} leaves it to the {@link
   * io.odoosync.InvoicingOptions}, then to the integration user's company}
   */
  public @Nullable OdooReference company() {
    return parts.company;
  }

  /**
   * {@return the document that it stems from, such as an order's number, {@code invoice_origin} in
   * Odoo}
   */
  public @Nullable String origin() {
    return parts.origin;
  }

  /**
   * {@return what the customer wants to be quoted so that the invoice finds its way (BT-10); in
   * Chorus Pro the code of the service} {@code buyer_reference} in Odoo, which the module {@code
   * l10n_fr_facturx_chorus_pro} brings. Where the server has no such field it is left out, and that
   * is said once a run.
   */
  public @Nullable String buyerReference() {
    return parts.buyerReference;
  }

  /**
   * {@return the number of the customer's purchase order (BT-13); in Chorus Pro the number of the
   * engagement} {@code purchase_order_reference} in Odoo, which the module {@code
   * l10n_fr_facturx_chorus_pro} brings. Where the server has no such field it goes to {@code ref},
   * from which Odoo's electronic invoices then take it, unless there is a {@link #reference()};
   * that is said once a run.
   */
  public @Nullable String purchaseOrderReference() {
    return parts.purchaseOrderReference;
  }

  /**
   * {@return the day on which what is invoiced was delivered or ends, such as the last day of a
   * travel (BT-72)} {@code delivery_date} in Odoo from 17 on; elsewhere it is left out, and that is
   * said once a run.
   */
  public @Nullable LocalDate deliveryDate() {
    return parts.deliveryDate;
  }

  /**
   * {@return what the customer is to the tax office; {@code null} if the host does not say} Odoo is
   * not told: it is for those who judge the invoice.
   */
  public @Nullable CustomerKind customerKind() {
    return parts.customerKind;
  }

  /** {@return terms and conditions, in plain text} */
  public @Nullable String narration() {
    return parts.narration;
  }

  /** {@return the lines in their order; an invoice without items is reported as failed} */
  public List<InvoiceLine> lines() {
    return parts.lines;
  }

  /**
   * {@return what Odoo must arrive at} Without totals, only what the lines make likely can be
   * compared.
   */
  public InvoiceTotals totals() {
    return parts.totals;
  }

  /** {@return the invoice as a PDF; {@code null} if there is none} */
  public @Nullable InvoiceDocument document() {
    return parts.document;
  }

  /**
   * {@return further fields of {@code account.move} with their values, for what a company added to
   * its Odoo}
   */
  @Override
  public Map<String, FieldValue> extra() {
    return parts.extra;
  }

  @Override
  public @Nullable Long odooId() {
    return parts.odooId;
  }

  @Override
  public @Nullable String unreadableBecause() {
    return parts.unreadable;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Invoice invoice && parts.equals(invoice.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** All that it holds, always in the same order; what was added later only if it is set. */
  @Override
  public String toString() {
    return Checked.text("Invoice", parts, parts.unreadable).replace(NOTHING_SAID, "");
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
    private @Nullable Long odooId;
    private @Nullable String buyerReference;
    private @Nullable String purchaseOrderReference;
    private @Nullable LocalDate deliveryDate;
    private @Nullable CustomerKind customerKind;
    private @Nullable String unreadable;
    private final ExtraFields extra = new ExtraFields();

    private Builder(LocalKey key, String currency, InvoiceKind kind, @Nullable LocalKey original) {
      this.key = Objects.requireNonNull(key, "key");
      this.currency = Objects.requireNonNull(currency, "currency");
      this.kind = kind;
      this.original = original;
    }

    private Builder(Parts parts) {
      this(parts.key, parts.currency, parts.kind, parts.original);
      number = parts.number;
      reference = parts.reference;
      customer = parts.customer;
      invoiceDate = parts.invoiceDate;
      dueDate = parts.dueDate;
      paymentTerm = parts.paymentTerm;
      journal = parts.journal;
      company = parts.company;
      origin = parts.origin;
      narration = parts.narration;
      lines = parts.lines;
      totals = parts.totals;
      document = parts.document;
      odooId = parts.odooId;
      buyerReference = parts.buyerReference;
      purchaseOrderReference = parts.purchaseOrderReference;
      deliveryDate = parts.deliveryDate;
      customerKind = parts.customerKind;
      unreadable = parts.unreadable;
      extra.putAll(parts.extra);
    }

    /** Sets {@link Invoice#number()}. */
    public Builder number(@Nullable String number) {
      this.number = number;
      return this;
    }

    /** Sets {@link Invoice#reference()}. */
    public Builder reference(@Nullable String reference) {
      this.reference = reference;
      return this;
    }

    /** Sets {@link Invoice#customer()}. */
    public Builder customer(@Nullable LocalKey customer) {
      this.customer = customer;
      return this;
    }

    /** Sets {@link Invoice#invoiceDate()}. */
    public Builder invoiceDate(@Nullable LocalDate invoiceDate) {
      this.invoiceDate = invoiceDate;
      return this;
    }

    /** Sets {@link Invoice#dueDate()}. */
    public Builder dueDate(@Nullable LocalDate dueDate) {
      this.dueDate = dueDate;
      return this;
    }

    /** Sets {@link Invoice#paymentTerm()}. */
    public Builder paymentTerm(@Nullable OdooReference paymentTerm) {
      this.paymentTerm = paymentTerm;
      return this;
    }

    /** Sets {@link Invoice#journal()}. */
    public Builder journal(@Nullable String journal) {
      this.journal = journal;
      return this;
    }

    /** Sets {@link Invoice#company()}. */
    public Builder company(@Nullable OdooReference company) {
      this.company = company;
      return this;
    }

    /** Sets {@link Invoice#origin()}. */
    public Builder origin(@Nullable String origin) {
      this.origin = origin;
      return this;
    }

    /** Sets {@link Invoice#buyerReference()}. */
    public Builder buyerReference(@Nullable String buyerReference) {
      this.buyerReference = buyerReference;
      return this;
    }

    /** Sets {@link Invoice#purchaseOrderReference()}. */
    public Builder purchaseOrderReference(@Nullable String purchaseOrderReference) {
      this.purchaseOrderReference = purchaseOrderReference;
      return this;
    }

    /** Sets {@link Invoice#deliveryDate()}. */
    public Builder deliveryDate(@Nullable LocalDate deliveryDate) {
      this.deliveryDate = deliveryDate;
      return this;
    }

    /** Sets {@link Invoice#customerKind()}. */
    public Builder customerKind(@Nullable CustomerKind customerKind) {
      this.customerKind = customerKind;
      return this;
    }

    /** Sets {@link Invoice#narration()}. */
    public Builder narration(@Nullable String narration) {
      this.narration = narration;
      return this;
    }

    /** Sets {@link Invoice#lines()}. */
    public Builder lines(List<InvoiceLine> lines) {
      this.lines = Checked.copy("lines", lines);
      return this;
    }

    /** Sets {@link Invoice#totals()}. */
    public Builder totals(InvoiceTotals totals) {
      this.totals = Objects.requireNonNull(totals, "totals");
      return this;
    }

    /** Sets {@link Invoice#document()}. */
    public Builder document(@Nullable InvoiceDocument document) {
      this.document = document;
      return this;
    }

    /**
     * Sets {@link Invoice#odooId()}.
     *
     * @param odooId more than 0, or {@code null}
     * @return this builder
     * @throws IllegalArgumentException if it is not
     */
    public Builder odooId(@Nullable Long odooId) {
      this.odooId = Checked.odooId(odooId);
      return this;
    }

    /**
     * Adds a value to {@link Invoice#extra()}, or replaces it.
     *
     * @param field a field of {@code account.move}
     * @param value its value, that {@link FieldValue#of} takes
     * @return this builder
     * @throws IllegalArgumentException if it is of another type
     */
    public Builder extra(String field, Object value) {
      extra.put(field, Objects.requireNonNull(value, "value"));
      return this;
    }

    Builder unreadable(String reason) {
      unreadable = reason;
      return this;
    }

    /** {@return the invoice} */
    public Invoice build() {
      return new Invoice(
          new Parts(
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
              extra.copy(),
              odooId,
              buyerReference,
              purchaseOrderReference,
              deliveryDate,
              customerKind,
              unreadable));
    }
  }
}
