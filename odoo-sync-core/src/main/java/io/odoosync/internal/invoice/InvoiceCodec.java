package io.odoosync.internal.invoice;

import io.odoosync.internal.intake.spool.RecordCodec;
import io.odoosync.internal.intake.spool.RecordInput;
import io.odoosync.internal.intake.spool.RecordOutput;
import io.odoosync.source.CustomerKind;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceDocument;
import io.odoosync.source.InvoiceKind;
import io.odoosync.source.InvoiceTotals;
import java.io.IOException;
import java.util.Objects;

/**
 * Writes invoices down, and reads them back. How a document is opened can't be written: it is kept
 * in memory as long as there is room, and else asked from the source again.
 */
final class InvoiceCodec implements RecordCodec<Invoice> {

  private final LineCodec lines = new LineCodec();

  @Override
  public void write(Invoice invoice, RecordOutput out) throws IOException {
    out.constant(invoice.kind());
    out.key(invoice.key());
    out.text(invoice.currency());
    out.optional(invoice.original(), out::key);
    out.text(invoice.number());
    out.text(invoice.reference());
    out.optional(invoice.customer(), out::key);
    out.optional(invoice.invoiceDate(), out::day);
    out.optional(invoice.dueDate(), out::day);
    out.optional(invoice.paymentTerm(), out::reference);
    out.text(invoice.journal());
    out.optional(invoice.company(), out::reference);
    out.text(invoice.origin());
    out.text(invoice.narration());
    out.list(invoice.lines(), line -> lines.write(line, out));
    write(invoice.totals(), out);
    out.optional(invoice.document(), document -> write(document, out));
    out.optional(invoice.odooId(), out::longNumber);
    out.text(invoice.buyerReference());
    out.text(invoice.purchaseOrderReference());
    out.optional(invoice.deliveryDate(), out::day);
    out.constant(invoice.customerKind());
    out.map(invoice.extra(), out::value);
  }

  private static void write(InvoiceTotals totals, RecordOutput out) throws IOException {
    out.optional(totals.untaxed(), out::decimal);
    out.optional(totals.tax(), out::decimal);
    out.optional(totals.total(), out::decimal);
  }

  private static void write(InvoiceDocument document, RecordOutput out) throws IOException {
    out.text(document.fileName());
    out.longNumber(document.size());
    out.keep(document.content(), document.size());
  }

  @Override
  public Invoice read(RecordInput in) throws IOException {
    Invoice.Builder invoice =
        begun(in)
            .number(in.text())
            .reference(in.text())
            .customer(in.optional(in::key))
            .invoiceDate(in.optional(in::day))
            .dueDate(in.optional(in::day))
            .paymentTerm(in.optional(in::reference))
            .journal(in.text())
            .company(in.optional(in::reference))
            .origin(in.text())
            .narration(in.text())
            .lines(in.list(() -> lines.read(in)))
            .totals(totals(in))
            .document(in.optional(() -> document(in)))
            .odooId(in.optional(in::longNumber))
            .buyerReference(in.text())
            .purchaseOrderReference(in.text())
            .deliveryDate(in.optional(in::day))
            .customerKind(in.constant(CustomerKind.values()));
    in.map(in::value).forEach(invoice::extra);
    return invoice.build();
  }

  private static Invoice.Builder begun(RecordInput in) throws IOException {
    InvoiceKind kind = Objects.requireNonNull(in.constant(InvoiceKind.values()));
    return switch (kind) {
      case INVOICE -> invoice(in);
      case CREDIT_NOTE -> creditNote(in);
    };
  }

  private static Invoice.Builder invoice(RecordInput in) throws IOException {
    Invoice.Builder invoice = Invoice.builder(in.key(), in.requiredText());
    in.optional(in::key);
    return invoice;
  }

  private static Invoice.Builder creditNote(RecordInput in) throws IOException {
    return Invoice.creditNote(in.key(), in.requiredText(), in.optional(in::key));
  }

  private static InvoiceTotals totals(RecordInput in) throws IOException {
    return InvoiceTotals.builder()
        .untaxed(in.optional(in::decimal))
        .tax(in.optional(in::decimal))
        .total(in.optional(in::decimal))
        .build();
  }

  private static InvoiceDocument document(RecordInput in) throws IOException {
    String fileName = in.requiredText();
    long size = in.longNumber();
    return in.kept() instanceof InvoiceDocument.Content content
        ? new InvoiceDocument(fileName, size, content)
        : DocumentLookup.notKept(fileName, size);
  }
}
