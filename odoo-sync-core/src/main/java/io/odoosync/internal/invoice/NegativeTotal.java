package io.odoosync.internal.invoice;

import io.odoosync.internal.field.Problems;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceKind;
import io.odoosync.source.InvoiceLine;
import java.math.BigDecimal;

/**
 * Odoo takes lines of a negative quantity or price, as deductions. What it never posts is a
 * document whose total is negative; such a one is not sent.
 */
final class NegativeTotal {

  private NegativeTotal() {}

  static void check(Invoice invoice, Problems problems) {
    BigDecimal total = BigDecimal.ZERO;
    int read = 0;
    int number = 0;
    for (InvoiceLine line : invoice.lines()) {
      read++;
      BigDecimal amount = amount(line);
      total = total.add(amount);
      number = number == 0 && amount.signum() < 0 ? read : number;
    }
    if (total.signum() < 0) {
      problems.add(
          words(invoice.lines().get(number - 1), number)
              + ", and so is the total before taxes, "
              + total.toPlainString()
              + ": Odoo does not post that. Issue it as "
              + other(invoice));
    }
  }

  private static BigDecimal amount(InvoiceLine line) {
    return line.type() == InvoiceLine.Type.ITEM
        ? LineNumbers.amount(line.quantity(), line.unitPrice(), line.discountPercent())
        : BigDecimal.ZERO;
  }

  private static String words(InvoiceLine line, int number) {
    String what =
        line.quantity().signum() < 0
            ? "quantity " + line.quantity().toPlainString()
            : "unit price " + line.unitPrice().toPlainString();
    return "line " + number + ": " + what + " is negative";
  }

  private static String other(Invoice invoice) {
    return invoice.kind() == InvoiceKind.CREDIT_NOTE
        ? "an invoice, with positive lines"
        : "a credit note, with positive lines";
  }
}
