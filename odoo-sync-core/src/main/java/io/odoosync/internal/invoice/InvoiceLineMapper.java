package io.odoosync.internal.invoice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.odoosync.FieldValue;
import io.odoosync.internal.field.ExtraValues;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.Problems;
import io.odoosync.internal.invoice.books.CompanyBooks;
import io.odoosync.internal.invoice.books.SaleTaxes;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceKind;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.SalesTax;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Lines of an invoice → {@code account.move.line}.
 *
 * <p>A field that one line of an invoice sets is a column for all of them, and an empty cell clears
 * it. So a line without an account of its own has that of the journal sent as soon as another line
 * names one.
 */
public final class InvoiceLineMapper {

  /** The fields that this mapper may set, besides extra ones. */
  public static final List<String> FIELDS =
      List.of(
          "display_type",
          "name",
          "quantity",
          "price_unit",
          "discount",
          "tax_ids",
          "product_id",
          "account_id",
          "analytic_distribution",
          "analytic_account_id");

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final ModelFields fields;
  private final LineNumbers numbers;

  InvoiceLineMapper(ModelFields fields) {
    this.fields = fields;
    this.numbers = new LineNumbers(fields);
  }

  /** The lines of one invoice, and what they share. */
  private record Document(
      Invoice invoice,
      CompanyBooks books,
      Optional<Long> journal,
      int decimals,
      boolean accounts) {}

  /**
   * Maps the lines of one invoice.
   *
   * @param journal the invoice's journal, unless there is none
   * @param decimals decimals of the invoice's currency
   */
  List<FieldValues> map(
      Invoice invoice,
      CompanyBooks books,
      Optional<Long> journal,
      int decimals,
      Problems problems) {
    boolean accounts =
        invoice.lines().stream().map(InvoiceLine::account).anyMatch(Objects::nonNull);
    Document document = new Document(invoice, books, journal, decimals, accounts);
    List<FieldValues> mapped = new ArrayList<>();
    for (InvoiceLine line : invoice.lines()) {
      String where = "line " + (mapped.size() + 1);
      mapped.add(
          line.type() == InvoiceLine.Type.ITEM
              ? item(document, line, where, problems)
              : text(line, where, problems));
    }
    return mapped;
  }

  private static FieldValues text(InvoiceLine line, String where, Problems problems) {
    String type = line.type() == InvoiceLine.Type.SECTION ? "line_section" : "line_note";
    return FieldValues.builder()
        .set("display_type", new FieldValue.Text(type))
        .set("name", problems.required(where + ": text", line.description()))
        .build();
  }

  /** Taxes are always sent: Odoo gives a line without them none, whatever the company's default. */
  private FieldValues item(Document document, InvoiceLine line, String where, Problems problems) {
    check(line, where, problems);
    FieldValues.Builder values = FieldValues.builder();
    if (fields.isRequired("display_type")) {
      values.set("display_type", new FieldValue.Text("product"));
    }
    values.set("name", problems.required(where + ": description", line.description()));
    numbers.of(line, document.decimals(), where, problems).byField().forEach(values::set);
    values.set("tax_ids", taxIds(document.books(), line, where, problems));
    downPayment(document.invoice(), line, where, values, problems);
    product(document.books(), line, where, values, problems);
    account(document, line, where, values, problems);
    analytics(document.books(), line, where, values, problems);
    ExtraValues.of(line.extra(), FIELDS, fields, where + ": ", problems)
        .byField()
        .forEach(values::set);
    return values.build();
  }

  /** Said of each line, as soon as it is said of one: no cell is to be left empty. */
  private static void downPayment(
      Invoice invoice,
      InvoiceLine line,
      String where,
      FieldValues.Builder values,
      Problems problems) {
    if (invoice.lines().stream().anyMatch(InvoiceLineMapper::isDownPayment)) {
      values.set("is_downpayment", new FieldValue.Flag(isDownPayment(line)));
    }
    boolean adds = line.quantity().signum() * line.unitPrice().signum() > 0;
    if (adds && line.depositInvoice() != null && invoice.kind() == InvoiceKind.INVOICE) {
      problems.add(
          where
              + ": it takes off the deposit "
              + line.depositInvoice()
              + ", but its amount is not negative");
    }
  }

  private static boolean isDownPayment(InvoiceLine line) {
    return line.downPayment() || line.depositInvoice() != null;
  }

  private static void check(InvoiceLine line, String where, Problems problems) {
    if (line.discountPercent().signum() < 0 || line.discountPercent().compareTo(HUNDRED) > 0) {
      problems.add(
          where
              + ": discount "
              + line.discountPercent().toPlainString()
              + " % is not between 0 and 100");
    }
  }

  private static FieldValue taxIds(
      CompanyBooks books, InvoiceLine line, String where, Problems problems) {
    List<Long> ids = new ArrayList<>();
    for (SalesTax tax : line.taxes()) {
      books.taxes().find(tax, where, problems).map(SaleTaxes.OdooTax::id).ifPresent(ids::add);
    }
    return new FieldValue.References(ids);
  }

  private static void product(
      CompanyBooks books,
      InvoiceLine line,
      String where,
      FieldValues.Builder values,
      Problems problems) {
    if (line.product() != null) {
      books
          .products()
          .find(line.product())
          .orProblem(where + ": ", problems)
          .ifPresent(id -> values.set("product_id", new FieldValue.Reference(id)));
    }
  }

  private static void account(
      Document document,
      InvoiceLine line,
      String where,
      FieldValues.Builder values,
      Problems problems) {
    if (line.account() != null) {
      document
          .books()
          .accounts()
          .find(line.account())
          .orProblem(where + ": ", problems)
          .ifPresent(id -> values.set("account_id", new FieldValue.Reference(id)));
    } else if (document.accounts()) {
      Optional<Long> ofJournal =
          line.product() == null
              ? document.journal().flatMap(document.books().journals()::defaultAccount)
              : Optional.empty();
      if (ofJournal.isEmpty()) {
        problems.add(
            where
                + ": account is missing: where one line names its account, a line with a product,"
                + " or in a journal without a default account, must do so too");
      }
      ofJournal.ifPresent(id -> values.set("account_id", new FieldValue.Reference(id)));
    }
  }

  private void analytics(
      CompanyBooks books,
      InvoiceLine line,
      String where,
      FieldValues.Builder values,
      Problems problems) {
    if (line.analytics().isEmpty()) {
      return;
    }
    ObjectNode shares = JsonNodeFactory.instance.objectNode();
    line.analytics()
        .forEach(
            (account, percent) ->
                books
                    .analytics()
                    .find(account)
                    .orProblem(where + ": ", problems)
                    .ifPresent(id -> shares.put(Long.toString(id), percent)));
    if (fields.has("analytic_distribution")) {
      values.set("analytic_distribution", new FieldValue.Text(shares.toString()));
    } else {
      only(line.analytics(), shares, where, values, problems);
    }
  }

  private void only(
      Map<String, BigDecimal> analytics,
      ObjectNode shares,
      String where,
      FieldValues.Builder values,
      Problems problems) {
    boolean whole =
        analytics.size() == 1
            && analytics.values().iterator().next().compareTo(HUNDRED) == 0
            && fields.has("analytic_account_id");
    if (!whole) {
      problems.add(
          where
              + ": analytic accounts "
              + analytics
              + ": this Odoo takes one analytic account of 100 % a line");
    } else if (shares.size() == 1) {
      long id = Long.parseLong(shares.fieldNames().next());
      values.set("analytic_account_id", new FieldValue.Reference(id));
    }
  }
}
