package io.odoosync.internal.invoice;

import io.odoosync.EntityType;
import io.odoosync.internal.field.HostFault;
import io.odoosync.internal.log.RunLog;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.state.Links;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.InvoiceStatus;
import io.odoosync.store.Link;
import io.odoosync.store.SyncEvent;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the host, once each, of invoices that somebody deleted in Odoo. */
final class DeletedInvoices {

  private final InvoiceSource source;
  private final Links links;
  private final RunLog log;

  DeletedInvoices(RunContext run, InvoiceSource source) {
    this.source = source;
    this.links = run.links();
    this.log = run.log();
  }

  void tell(Invoice invoice, long odooId, @Nullable Link link) {
    InvoiceBase base = InvoiceBase.parse(link == null ? null : link.base());
    InvoiceStatus status = status(invoice, odooId, base);
    if (source.wantsStatus() && !base.wasTold(status) && isTaken(invoice, status)) {
      String told = base.told(status).text();
      links.save(
          List.of(
              link == null
                  ? links.link(EntityType.INVOICE, invoice.key(), odooId, told)
                  : links.rebased(link, told)));
    }
  }

  /** The invoice has failed already; the next run tells it again. */
  private boolean isTaken(Invoice invoice, InvoiceStatus status) {
    try {
      source.apply(status);
      return true;
    } catch (Throwable e) {
      log.warn(
          SyncEvent.RECORD_WARNING,
          EntityType.INVOICE,
          invoice.key(),
          "the invoice source threw when it was told that the invoice was deleted: "
              + HostFault.reportable(e));
      return false;
    }
  }

  private static InvoiceStatus status(Invoice invoice, long odooId, InvoiceBase base) {
    return InvoiceStatus.builder(invoice.key(), odooId)
        .state(InvoiceStatus.State.DELETED)
        .number(base.seen().map(Sighting::number).orElse(null))
        .paymentState(InvoiceStatus.PaymentState.NOT_PAID)
        .residual(BigDecimal.ZERO)
        .build();
  }
}
