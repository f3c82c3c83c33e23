package io.odoosync.plan;

import io.odoosync.LocalKey;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.SalesTax;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Invoice → draft {@code account.move} with its lines. */
public final class InvoiceMapper implements RecordMapper<Invoice> {

  /** The fields that this mapper sets; a server must have them all. */
  public static final List<String> FIELDS =
      List.of(
          "move_type",
          "partner_id",
          "currency_id",
          "invoice_date",
          "invoice_date_due",
          "ref",
          "payment_reference",
          "invoice_line_ids");

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final Currencies currencies;
  private final SaleTaxes taxes;

  /** Makes a mapper for one server. */
  public InvoiceMapper(Currencies currencies, SaleTaxes taxes) {
    this.currencies = currencies;
    this.taxes = taxes;
  }

  @Override
  public Mapping map(Invoice invoice, Customers customers) {
    Problems problems = new Problems();
    LocalKey customer = invoice.customer();
    if (customer == null) {
      problems.add("customer is missing");
    } else if (customers.isBlocked(customer)) {
      return customers.blocked(customer);
    }
    if (invoice.lines().isEmpty()) {
      problems.add("it has no lines");
    }
    FieldValue number = problems.text("number", invoice.number());
    FieldValues header =
        FieldValues.builder()
            .set("move_type", new FieldValue.Text("out_invoice"))
            .set(
                "partner_id",
                FieldValue.reference(customer == null ? null : customers.partners().get(customer)))
            .set("currency_id", currencies.find(invoice.currency(), problems))
            .set("invoice_date", FieldValue.day(invoice.invoiceDate()))
            .set("invoice_date_due", FieldValue.day(invoice.dueDate()))
            .set("ref", number)
            .set("payment_reference", number)
            .build();
    List<FieldValues> lines = lines(invoice, problems);
    return problems.none()
        ? new Mapping.Mapped(header, FieldValues.builder().build(), lines)
        : problems.rejected();
  }

  private List<FieldValues> lines(Invoice invoice, Problems problems) {
    List<FieldValues> lines = new ArrayList<>();
    for (InvoiceLine line : invoice.lines()) {
      lines.add(line(line, "line " + (lines.size() + 1), problems));
    }
    return lines;
  }

  /** Taxes are always sent: Odoo gives a line without them none, whatever the company's default. */
  private FieldValues line(InvoiceLine line, String where, Problems problems) {
    if (line.quantity().signum() < 0) {
      problems.add(
          where
              + ": quantity "
              + line.quantity().toPlainString()
              + " is negative; deduct with a negative price instead");
    }
    if (line.discountPercent().signum() < 0 || line.discountPercent().compareTo(HUNDRED) > 0) {
      problems.add(
          where
              + ": discount "
              + line.discountPercent().toPlainString()
              + " % is not between 0 and 100");
    }
    return FieldValues.builder()
        .set("name", problems.required(where + ": description", line.description()))
        .set("quantity", new FieldValue.Decimal(line.quantity()))
        .set("price_unit", new FieldValue.Decimal(line.unitPrice()))
        .set("discount", new FieldValue.Decimal(line.discountPercent()))
        .set("tax_ids", taxIds(line, where, problems))
        .build();
  }

  private FieldValue taxIds(InvoiceLine line, String where, Problems problems) {
    List<Long> ids = new ArrayList<>();
    for (SalesTax tax : line.taxes()) {
      taxes.find(tax, where, problems).ifPresent(ids::add);
    }
    return new FieldValue.References(ids);
  }
}
