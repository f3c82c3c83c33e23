package io.odoosync.internal.invoice;

import io.odoosync.FieldValue;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.Problems;
import io.odoosync.internal.invoice.books.SaleTaxes;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.SalesTax;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the prices of a document contain their taxes. Up to Odoo 19 each tax says so; later the
 * document does, for those taxes that do not decide for themselves, and for all of its lines alike.
 */
final class DocumentTaxMode {

  static final String FIELD = "document_tax_mode";

  private static final String INCLUDED = "tax_included";
  private static final String EXCLUDED = "tax_excluded";

  private DocumentTaxMode() {}

  /** What a document says; nothing where it does not decide, or has no tax that leaves it open. */
  static FieldValues of(
      Invoice invoice, SaleTaxes taxes, ModelFields fields, Problems problems) {
    FieldValues.Builder values = FieldValues.builder();
    Map<Boolean, Integer> lines = fields.takes(FIELD) ? lines(invoice, taxes) : Map.of();
    if (lines.size() > 1) {
      problems.add(
          "the price of line "
              + lines.get(true)
              + " contains its taxes and that of line "
              + lines.get(false)
              + " does not, but in this Odoo a document has prices of one sort ("
              + FIELD
              + "): give all of them with taxes or all without, or issue two documents");
    }
    lines
        .keySet()
        .forEach(
            included -> values.set(FIELD, new FieldValue.Text(included ? INCLUDED : EXCLUDED)));
    return values.build();
  }

  /** The first line of each sort, counted from 1, by whether its price contains a tax. */
  private static Map<Boolean, Integer> lines(Invoice invoice, SaleTaxes taxes) {
    Map<Boolean, Integer> lines = new TreeMap<>();
    int number = 0;
    for (InvoiceLine line : invoice.lines()) {
      number++;
      for (SalesTax tax : line.taxes()) {
        boolean open =
            taxes
                .find(tax, "", new Problems())
                .filter(SaleTaxes.OdooTax::byDocument)
                .isPresent();
        if (open) {
          lines.putIfAbsent(tax.priceIncluded(), number);
        }
      }
    }
    return lines;
  }
}
