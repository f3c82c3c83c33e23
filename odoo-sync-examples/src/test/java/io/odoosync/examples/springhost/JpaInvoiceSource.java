package io.odoosync.examples.springhost;

import io.odoosync.LocalKey;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.InvoiceSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Bills, which become customer invoices. */
@Component
class JpaInvoiceSource implements InvoiceSource {

  private final Bills bills;

  JpaInvoiceSource(Bills bills) {
    this.bills = bills;
  }

  static LocalKey key(long id) {
    return LocalKey.of("bill", id);
  }

  @Override
  public Stream<Invoice> invoices() {
    return Pages.stream(
            bills::findTop10ByOrderById,
            bills::findTop10ByIdGreaterThanOrderById,
            (Bill bill) -> bill.id)
        .map(JpaInvoiceSource::invoice);
  }

  private static Invoice invoice(Bill bill) {
    return Invoice.builder(key(bill.id), "EUR")
        .number(bill.number)
        .customer(JpaContactSource.key(bill.teacherId))
        .invoiceDate(bill.issued)
        .lines(List.of(InvoiceLine.builder("Journey").unitPrice(bill.amount).build()))
        .build();
  }
}
