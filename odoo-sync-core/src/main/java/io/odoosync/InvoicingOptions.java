package io.odoosync;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How invoices are brought to Odoo. Immutable.
 *
 * <pre>{@code
 * InvoicingOptions.builder().posting().journal("INV").build();
 * }</pre>
 *
 * @param posting whether invoices are posted once their totals agree, rather than left as drafts
 * @param tolerance how far a total in Odoo may be from the host's, in the smallest units of the
 *     invoice's currency
 * @param journal the code of the sale journal for invoices that name none; {@code null} for the
 *     company's first, or the first that is kept in the invoice's currency
 * @param paymentTerm the payment term for invoices that name none; {@code null} leaves it to Odoo
 * @param company the company that issues invoices that name none; {@code null} for the integration
 *     user's company
 * @param salesperson the salesperson of all invoices, or {@code null} for none: Odoo would
 *     otherwise take the integration user
 * @param team the sales team of all invoices, or {@code null} for none: Odoo would otherwise take
 *     the integration user's
 * @param frenchRules whether drafts are judged by the rules of electronic invoices in France: one
 *     that breaks a rule fails with {@link FailureCause#BROKEN_RULE}, stays a draft, and is judged
 *     again in the next run
 */
public record InvoicingOptions(
    boolean posting,
    int tolerance,
    @Nullable String journal,
    @Nullable OdooReference paymentTerm,
    @Nullable OdooReference company,
    @Nullable OdooReference salesperson,
    @Nullable OdooReference team,
    boolean frenchRules) {

  /** The tolerance unless told otherwise: {@value} of the currency's smallest unit. */
  public static final int DEFAULT_TOLERANCE = 1;

  /** The largest tolerance: {@value} smallest units. */
  public static final int MAX_TOLERANCE = 100;

  /** Drafts of nobody, with the default tolerance, and everything else left to Odoo. */
  public static final InvoicingOptions DEFAULT = builder().build();

  /**
   * Checks the tolerance.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public InvoicingOptions {
    if (tolerance < 0 || tolerance > MAX_TOLERANCE) {
      throw new IllegalArgumentException(
          "tolerance must be 0 to " + MAX_TOLERANCE + " smallest units, but is " + tolerance);
    }
  }

  /**
   * Makes options without salesperson and team.
   *
   * @param posting whether invoices are posted
   * @param tolerance how far a total may be off
   * @param journal the code of the sale journal
   * @param paymentTerm the payment term
   * @param company the company
   */
  public InvoicingOptions(
      boolean posting,
      int tolerance,
      @Nullable String journal,
      @Nullable OdooReference paymentTerm,
      @Nullable OdooReference company) {
    this(posting, tolerance, journal, paymentTerm, company, null, null);
  }

  /**
   * Makes options that judge nothing.
   *
   * @param posting whether invoices are posted
   * @param tolerance how far a total may be off
   * @param journal the code of the sale journal
   * @param paymentTerm the payment term
   * @param company the company
   * @param salesperson the salesperson
   * @param team the sales team
   */
  public InvoicingOptions(
      boolean posting,
      int tolerance,
      @Nullable String journal,
      @Nullable OdooReference paymentTerm,
      @Nullable OdooReference company,
      @Nullable OdooReference salesperson,
      @Nullable OdooReference team) {
    this(posting, tolerance, journal, paymentTerm, company, salesperson, team, false);
  }

  /**
   * For a company in France: invoices are judged by the rules of electronic invoices, and those
   * that keep them are posted. Everything else is as in {@link #DEFAULT}; {@link #toBuilder}
   * changes it.
   *
   * <pre>{@code
   * InvoicingOptions.france().toBuilder().journal("INV").build();
   * }</pre>
   *
   * @return the options
   */
  public static InvoicingOptions france() {
    return builder().posting().frenchRules().build();
  }

  /**
   * Starts from the default.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Starts from these options.
   *
   * @return a builder in which everything is as it is here
   */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.posting = posting;
    builder.tolerance = tolerance;
    builder.journal = journal;
    builder.paymentTerm = paymentTerm;
    builder.company = company;
    builder.salesperson = salesperson;
    builder.team = team;
    builder.frenchRules = frenchRules;
    return builder;
  }

  /** Collects options. Not safe for use by several threads. */
  public static final class Builder {
    private boolean posting;
    private int tolerance = DEFAULT_TOLERANCE;
    private @Nullable String journal;
    private @Nullable OdooReference paymentTerm;
    private @Nullable OdooReference company;
    private @Nullable OdooReference salesperson;
    private @Nullable OdooReference team;
    private boolean frenchRules;

    private Builder() {}

    /**
     * Posts invoices whose totals agree. Default: they stay drafts.
     *
     * @return this builder
     */
    public Builder posting() {
      this.posting = true;
      return this;
    }

    /**
     * Sets how far totals may differ. Default: {@value InvoicingOptions#DEFAULT_TOLERANCE}.
     *
     * @param tolerance 0 to {@value InvoicingOptions#MAX_TOLERANCE} smallest units of the currency
     * @return this builder
     */
    public Builder tolerance(int tolerance) {
      this.tolerance = tolerance;
      return this;
    }

    /**
     * Sets the journal for invoices that name none. Default: the company's first sale journal, one
     * that is kept in the invoice's currency before others.
     *
     * @param journal the code of a sale journal
     * @return this builder
     */
    public Builder journal(String journal) {
      this.journal = Objects.requireNonNull(journal, "journal");
      return this;
    }

    /**
     * Sets the payment term for invoices that name none. Default: Odoo takes the customer's.
     *
     * @param paymentTerm a payment term
     * @return this builder
     */
    public Builder paymentTerm(OdooReference paymentTerm) {
      this.paymentTerm = Objects.requireNonNull(paymentTerm, "paymentTerm");
      return this;
    }

    /**
     * Sets the company for invoices that name none. Default: the integration user's company.
     *
     * @param company one of the companies that the integration user may work in
     * @return this builder
     */
    public Builder company(OdooReference company) {
      this.company = Objects.requireNonNull(company, "company");
      return this;
    }

    /**
     * Sets the salesperson of all invoices and credit notes. Default: nobody. An invoice's own
     * extra value for {@code invoice_user_id} counts before it.
     *
     * @param salesperson an internal user; a name may also be a login or an e-mail address
     * @return this builder
     */
    public Builder salesperson(OdooReference salesperson) {
      this.salesperson = Objects.requireNonNull(salesperson, "salesperson");
      return this;
    }

    /**
     * Sets the sales team of all invoices and credit notes. Default: none, also of a salesperson's.
     * An invoice's own extra value for {@code team_id} counts before it.
     *
     * @param team a sales team
     * @return this builder
     */
    public Builder team(OdooReference team) {
      this.team = Objects.requireNonNull(team, "team");
      return this;
    }

    /**
     * Judges drafts by the rules of EN 16931 and of France that can be judged without asking
     * anybody; {@code docs/site/france.md} lists them. An invoice that breaks one stays a draft and
     * names it. Without {@link #posting} drafts are judged as well, for whoever posts them in Odoo.
     * Default: they are not judged.
     *
     * @return this builder
     */
    public Builder frenchRules() {
      this.frenchRules = true;
      return this;
    }

    /**
     * Makes the options.
     *
     * @return the options
     * @throws IllegalArgumentException if the tolerance is out of range
     */
    public InvoicingOptions build() {
      return new InvoicingOptions(
          posting, tolerance, journal, paymentTerm, company, salesperson, team, frenchRules);
    }
  }
}
