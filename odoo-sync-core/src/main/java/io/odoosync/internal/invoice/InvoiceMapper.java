package io.odoosync.internal.invoice;

import io.odoosync.EntityType;
import io.odoosync.FieldMapping;
import io.odoosync.FieldValue;
import io.odoosync.InvoicingOptions;
import io.odoosync.LocalKey;
import io.odoosync.OdooReference;
import io.odoosync.internal.field.CustomFields;
import io.odoosync.internal.field.Dependencies;
import io.odoosync.internal.field.Dependency;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.Lines;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.Problems;
import io.odoosync.internal.field.RecordMapper;
import io.odoosync.internal.invoice.books.CompanyBooks;
import io.odoosync.internal.invoice.books.Currencies;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceKind;
import io.odoosync.source.InvoiceLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Invoice or credit note → draft {@code account.move} with its lines. */
public final class InvoiceMapper implements RecordMapper<Invoice> {

  private static final String DELIVERY_DATE = "delivery_date";

  /** The fields that this mapper may set, besides extra ones. */
  public static final List<String> FIELDS =
      List.of(
          "move_type",
          "partner_id",
          "currency_id",
          "invoice_date",
          "invoice_date_due",
          "ref",
          "payment_reference",
          "invoice_origin",
          "narration",
          "journal_id",
          "invoice_payment_term_id",
          "reversed_entry_id",
          "invoice_line_ids");

  /** What a server must have; any other field that it lacks is left out. */
  static final List<String> REQUIRED_FIELDS =
      List.of(
          "move_type", "partner_id", "currency_id", "invoice_date", "journal_id", "invoice_line_ids");

  /** Values without which a document would be another one. */
  static final Set<String> ESSENTIAL_FIELDS =
      Set.of(
          "account.move.line.name",
          "account.move.line.quantity",
          "account.move.line.price_unit",
          "account.move.line.discount",
          "account.move.line.tax_ids",
          "account.move.line.account_id",
          "account.move.line.display_type");

  /**
   * What a draft takes although 14 to 19 call it read-only: their forms let nobody fill it in, or
   * not in each state.
   */
  static final Set<String> TAKEN_THOUGH_READONLY =
      Set.of(
          "move_type",
          "partner_id",
          "currency_id",
          "invoice_date",
          "invoice_date_due",
          "invoice_origin",
          "journal_id",
          "invoice_payment_term_id",
          "reversed_entry_id",
          "invoice_line_ids",
          DELIVERY_DATE);

  private static final String PURCHASE_ORDER = "purchase_order_reference";

  private static final String LINES = "invoice_line_ids";

  private static final String LINE_MODEL = "account.move.line";

  /** Fields that decide what a document is and where it is booked: only the mapper sets them. */
  private static final Set<String> DECIDED =
      Set.of(
          "name",
          "state",
          "move_type",
          "partner_id",
          "currency_id",
          "journal_id",
          "reversed_entry_id",
          DocumentTaxMode.FIELD,
          "invoice_line_ids",
          "line_ids");

  private final Currencies currencies;
  private final InvoicingOptions options;
  private final InvoiceLookups lookups;
  private final CustomFields<Invoice> custom;

  /**
   * Makes a mapper for one server.
   *
   * @param currencies Odoo's currencies
   * @param options what invoices leave open
   * @param lookups what else was read from Odoo
   * @param mapping the host's own mapping
   */
  public InvoiceMapper(
      Currencies currencies,
      InvoicingOptions options,
      InvoiceLookups lookups,
      FieldMapping<Invoice> mapping) {
    this.currencies = currencies;
    this.options = options;
    this.lookups = lookups;
    this.custom = new CustomFields<>("account.move", lookups.fields(), DECIDED, mapping);
  }

  /** The invoices of the deposits that an invoice takes off. */
  static Stream<Dependency> deposits(Invoice invoice) {
    return invoice.lines().stream()
        .flatMap(line -> Stream.ofNullable(line.depositInvoice()))
        .filter(deposit -> !deposit.equals(invoice.key()))
        .map(deposit -> new Dependency(EntityType.INVOICE, deposit))
        .distinct();
  }

  /** The contact that an invoice is issued to; {@code null} if it names none. */
  static @Nullable Dependency customer(Invoice invoice) {
    LocalKey customer = invoice.customer();
    return customer == null ? null : new Dependency(EntityType.CONTACT, customer);
  }

  @Override
  public Mapping map(Invoice invoice, Dependencies dependencies) {
    Problems problems = new Problems();
    Dependency customer = customer(invoice);
    if (customer == null) {
      problems.add("customer is missing");
    } else if (dependencies.isBlocked(customer)) {
      return dependencies.blocked("customer", customer);
    }
    Optional<Dependency> deposit = deposits(invoice).filter(dependencies::isBlocked).findFirst();
    if (deposit.isPresent()) {
      return dependencies.blocked("deposit", deposit.get());
    }
    check(invoice, problems);
    Optional<CompanyBooks> books = lookups.books(company(invoice, options), problems);
    FieldValues header = header(invoice, dependencies, problems);
    if (books.isEmpty()) {
      return problems.rejected();
    }
    Optional<Currencies.OdooCurrency> currency = currencies.find(invoice.currency());
    Optional<Long> journal = journal(invoice, currency, books.get(), problems);
    FieldValues onCreate =
        onCreate(invoice, books.get(), journal, problems)
            .plus(DocumentTaxMode.of(invoice, books.get().taxes(), lookups.fields(), problems));
    int decimals = currency.map(Currencies.OdooCurrency::decimals).orElse(2);
    InvoiceLineMapper lines = new InvoiceLineMapper(lookups.lineFields());
    List<FieldValues> rows = lines.map(invoice, books.get(), journal, decimals, problems);
    Lines mapped = new Lines(LINES, LINE_MODEL, rows);
    return problems.none()
        ? sold(custom.extend(invoice, new Mapping.Mapped(header, onCreate, mapped)))
        : problems.rejected();
  }

  /** Whose sale it is, where the host has not said so itself: nobody's is said, too. */
  private Mapping sold(Mapping mapping) {
    if (!(mapping instanceof Mapping.Mapped mapped)) {
      return mapping;
    }
    FieldValues said = mapped.fields().where((field, value) -> lookups.sellers().has(field));
    FieldValues unsaid =
        lookups.sellers().where((field, value) -> !mapped.custom().contains(field));
    return new Mapping.Mapped(
        mapped.fields(),
        mapped.onCreate().plus(unsaid).plus(said),
        mapped.lines(),
        mapped.custom(),
        mapped.names(),
        mapped.leftOut());
  }

  /** The company that issues an invoice; {@code null} for that of the integration user. */
  public static @Nullable OdooReference company(Invoice invoice, InvoicingOptions options) {
    return invoice.company() == null ? options.company() : invoice.company();
  }

  private static void check(Invoice invoice, Problems problems) {
    if (invoice.lines().stream().noneMatch(line -> line.type() == InvoiceLine.Type.ITEM)) {
      problems.add("it has no lines");
    }
    if (invoice.original() != null && invoice.kind() != InvoiceKind.CREDIT_NOTE) {
      problems.add("only a credit note has an original");
    }
    if (invoice.lines().stream().anyMatch(line -> invoice.key().equals(line.depositInvoice()))) {
      problems.add("it takes off itself as a deposit");
    }
    NegativeTotal.check(invoice, problems);
  }

  private FieldValues header(Invoice invoice, Dependencies dependencies, Problems problems) {
    FieldValue number = problems.text("number", invoice.number());
    FieldValue narration = problems.text("narration", invoice.narration());
    return FieldValues.builder()
        .set("move_type", new FieldValue.Text(invoice.kind().moveType()))
        .set("partner_id", dependencies.reference(customer(invoice)))
        .set("currency_id", currencies.find(invoice.currency(), problems))
        .set("invoice_date", FieldValue.of(invoice.invoiceDate()))
        .set("ref", reference(invoice, problems))
        .set("payment_reference", number)
        .set("invoice_origin", origin(invoice, problems))
        .set("narration", lookups.fields().richText("narration", narration))
        .build()
        .plus(trade(invoice, problems));
  }

  /** Without a field of its own, the purchase order is where Odoo's e-invoices look for it then. */
  private FieldValue reference(Invoice invoice, Problems problems) {
    FieldValue reference = problems.text("reference", invoice.reference());
    FieldValue order = problems.text("purchase order", invoice.purchaseOrderReference());
    if (!reference.isNothing()) {
      return reference;
    }
    return order.isNothing() || lookups.fields().has(PURCHASE_ORDER)
        ? problems.text("number", invoice.number())
        : order;
  }

  /** What an invoice stems from; one that takes off deposits, from their invoices. */
  private FieldValue origin(Invoice invoice, Problems problems) {
    FieldValue origin = problems.text("origin", invoice.origin());
    String deposits =
        deposits(invoice)
            .flatMap(deposit -> lookups.number(deposit.key()).stream())
            .collect(Collectors.joining(", "));
    return origin.isNothing() ? problems.text("origin", deposits) : origin;
  }

  /** What only some servers have a field for, as far as the host says it. */
  private static FieldValues trade(Invoice invoice, Problems problems) {
    FieldValues all =
        FieldValues.builder()
            .set("buyer_reference", problems.text("buyer reference", invoice.buyerReference()))
            .set(
                PURCHASE_ORDER, problems.text("purchase order", invoice.purchaseOrderReference()))
            .set(DELIVERY_DATE, FieldValue.of(invoice.deliveryDate()))
            .build();
    return all.where((field, value) -> !value.isNothing());
  }

  /**
   * Always sent: it decides the company, and left to itself Odoo may take one that is archived,
   * when it is asked to link to an archived customer.
   */
  private Optional<Long> journal(
      Invoice invoice,
      Optional<Currencies.OdooCurrency> currency,
      CompanyBooks books,
      Problems problems) {
    String code = invoice.journal() == null ? options.journal() : invoice.journal();
    return code == null
        ? books.journals().usual(currency.map(Currencies.OdooCurrency::id).orElse(null), problems)
        : books.journals().withCode(code).orProblem("", problems);
  }

  /** What Odoo has a default for: sent if it is known only. */
  private FieldValues onCreate(
      Invoice invoice, CompanyBooks books, Optional<Long> journal, Problems problems) {
    FieldValues.Builder values = FieldValues.builder();
    journal.ifPresent(id -> values.set("journal_id", new FieldValue.Reference(id)));
    if (invoice.dueDate() != null) {
      values.set("invoice_date_due", new FieldValue.Day(invoice.dueDate()));
    }
    paymentTerm(invoice, books, values, problems);
    if (invoice.original() != null) {
      lookups
          .sent(invoice.original())
          .ifPresent(id -> values.set("reversed_entry_id", new FieldValue.Reference(id)));
    }
    return values.build();
  }

  /**
   * A due date without a term needs the term to be empty: else Odoo takes the customer's, and
   * computes the date from that.
   */
  private void paymentTerm(
      Invoice invoice, CompanyBooks books, FieldValues.Builder values, Problems problems) {
    boolean dated = invoice.paymentTerm() == null && invoice.dueDate() != null;
    OdooReference term =
        invoice.paymentTerm() == null ? options.paymentTerm() : invoice.paymentTerm();
    if (dated) {
      values.set("invoice_payment_term_id", FieldValue.nothing());
    } else if (term != null) {
      books
          .paymentTerms()
          .find(term)
          .orProblem("", problems)
          .ifPresent(id -> values.set("invoice_payment_term_id", new FieldValue.Reference(id)));
    }
  }
}
