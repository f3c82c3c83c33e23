package io.odoosync.testkit.workflow;

import io.odoosync.LocalKey;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.InvoiceStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A host whose invoices lie in a map, and who writes down what it is told of them. */
final class InvoiceHost implements InvoiceSource {

  private final Map<LocalKey, Invoice> invoices = new LinkedHashMap<>();
  private final List<InvoiceStatus> told = new ArrayList<>();

  void put(Invoice... records) {
    for (Invoice invoice : records) {
      invoices.put(invoice.key(), invoice);
    }
  }

  List<InvoiceStatus> told() {
    return told;
  }

  @Override
  public Stream<Invoice> invoices() {
    return invoices.values().stream();
  }

  @Override
  public boolean wantsStatus() {
    return true;
  }

  @Override
  public void apply(InvoiceStatus status) {
    told.add(status);
  }
}
