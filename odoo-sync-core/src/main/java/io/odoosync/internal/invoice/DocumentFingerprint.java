package io.odoosync.internal.invoice;

import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceKind;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.SalesTax;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fingerprint of a document as the host issued it: another one tells that the host changed it
 * afterwards. Odoo's id, the time of the last change and what only helps to judge it, such as the
 * customer's kind, are not part of the document.
 *
 * <p>An attribute that is added later must be written by a method that leaves its default out, at
 * the end of its part: else every document that was ever sent counts as changed.
 */
public final class DocumentFingerprint {

  private DocumentFingerprint() {}

  /** The fingerprint of an invoice: 64 hexadecimal digits. */
  public static String of(Invoice invoice) {
    return text(invoice).sha256();
  }

  static CanonicalText text(Invoice invoice) {
    return new CanonicalText()
        .add("number", invoice.number())
        .add("customer", invoice.customer())
        .add("currency", invoice.currency().toUpperCase(Locale.ROOT))
        .add("date", invoice.invoiceDate())
        .add("due", invoice.dueDate())
        .addEach("line", invoice.lines(), DocumentFingerprint::line)
        .addEach("extra", sorted(invoice.extra()), DocumentFingerprint::entry)
        .addIfSet("credit note", invoice.kind() == InvoiceKind.CREDIT_NOTE)
        .add("original", invoice.original())
        .add("reference", invoice.reference())
        .add("origin", invoice.origin())
        .add("narration", invoice.narration())
        .add("journal", invoice.journal())
        .add("company", invoice.company())
        .add("term", invoice.paymentTerm())
        .add("untaxed", invoice.totals().untaxed())
        .add("tax", invoice.totals().tax())
        .add("total", invoice.totals().total())
        .add("buyer reference", invoice.buyerReference())
        .add("purchase order", invoice.purchaseOrderReference())
        .add("delivery", invoice.deliveryDate());
  }

  private static <V> List<Map.Entry<String, V>> sorted(Map<String, V> values) {
    return List.copyOf(new TreeMap<>(values).entrySet());
  }

  private static void entry(Map.Entry<String, ?> entry, CanonicalText text) {
    text.add(entry.getKey(), entry.getValue());
  }

  private static void line(InvoiceLine line, CanonicalText text) {
    text.add("description", line.description())
        .add("quantity", line.quantity())
        .add("price", line.unitPrice())
        .addUnlessZero("discount", line.discountPercent())
        .addEach("tax", line.taxes(), DocumentFingerprint::tax)
        .add("type", line.type() == InvoiceLine.Type.ITEM ? null : line.type())
        .add("product", line.product())
        .add("account", line.account())
        .addEach("analytic", sorted(line.analytics()), DocumentFingerprint::entry)
        .addEach("extra", sorted(line.extra()), DocumentFingerprint::entry)
        .addIfSet("down payment", line.downPayment())
        .add("deposit", line.depositInvoice());
  }

  private static void tax(SalesTax tax, CanonicalText text) {
    text.add("code", tax.code())
        .add("rate", tax.ratePercent())
        .addIfSet("included", tax.priceIncluded());
  }
}
