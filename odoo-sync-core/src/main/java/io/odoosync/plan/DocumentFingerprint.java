package io.odoosync.plan;

import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.SalesTax;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * The fingerprint of a document as the host issued it: another one tells that the host changed it
 * afterwards. Odoo's id and the time of the last change are not part of the document.
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
        .addEach(
            "extra",
            List.copyOf(new TreeMap<>(invoice.extra()).entrySet()),
            (extra, text) -> text.add(extra.getKey(), extra.getValue()));
  }

  private static void line(InvoiceLine line, CanonicalText text) {
    text.add("description", line.description())
        .add("quantity", line.quantity())
        .add("price", line.unitPrice())
        .addUnlessZero("discount", line.discountPercent())
        .addEach("tax", line.taxes(), DocumentFingerprint::tax);
  }

  private static void tax(SalesTax tax, CanonicalText text) {
    text.add("code", tax.code())
        .add("rate", tax.ratePercent())
        .addIfSet("included", tax.priceIncluded());
  }
}
