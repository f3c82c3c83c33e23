package io.odoosync.internal.invoice;

import io.odoosync.internal.compare.Base;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.internal.stage.OpenKind;
import io.odoosync.source.Invoice;
import io.odoosync.store.Link;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Invoices in one run.
 *
 * @param mapper maps them
 * @param directory what was read from Odoo for that
 * @param followUp what is left to do once they are in Odoo
 * @param deletedOnes tells the host of those that are there no more
 */
record OpenInvoices(
    InvoiceMapper mapper,
    InvoiceDirectory directory,
    InvoiceFollowUp followUp,
    DeletedInvoices deletedOnes)
    implements OpenKind<Invoice> {

  @Override
  public List<String> mappedFields() {
    return InvoiceMapper.FIELDS;
  }

  @Override
  public void prepare(Collection<Invoice> invoices) {
    directory.prepare(invoices);
  }

  @Override
  public Decision decide(
      Invoice invoice, @Nullable Link link, @Nullable Mapping mapping, @Nullable OdooValues odoo) {
    return DocumentPlanner.decide(invoice, link, mapping);
  }

  @Override
  public Base intent(Invoice invoice, Mapping.Mapped mapped) {
    return DocumentPlanner.intent(invoice);
  }

  @Override
  public void deleted(Invoice invoice, long odooId, @Nullable Link link) {
    deletedOnes.tell(invoice, odooId, link);
  }

  /** Odoo 14 does not say that a period is locked when it refuses an invoice. */
  @Override
  public Optional<String> hint(Invoice invoice) {
    return directory.lockOf(invoice);
  }
}
