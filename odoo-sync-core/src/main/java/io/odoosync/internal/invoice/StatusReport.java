package io.odoosync.internal.invoice;

import io.odoosync.internal.field.HostFault;
import io.odoosync.internal.state.HostFailures;
import io.odoosync.internal.step.Step;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.InvoiceStatus;
import java.util.List;

/** Tells the host where invoices stand in Odoo, also those of which a step failed. */
final class StatusReport implements Step<InvoiceProgress> {

  private final InvoiceSource source;

  StatusReport(InvoiceSource source) {
    this.source = source;
  }

  @Override
  public boolean followsFailure() {
    return true;
  }

  @Override
  public boolean isOpen(InvoiceProgress progress) {
    return !progress.isAbsent() && !progress.base().wasTold(status(progress));
  }

  private static InvoiceStatus status(InvoiceProgress progress) {
    return progress.move().status(progress.key()).toBuilder()
        .changedInOdoo(progress.base().isChangedInOdoo())
        .build();
  }

  @Override
  public List<String> words(InvoiceProgress progress) {
    InvoiceStatus now = status(progress);
    String sent =
        now.transmission() == InvoiceStatus.Transmission.NONE ? "" : ", " + now.transmission();
    return List.of("tell the host: " + now.state() + ", " + now.paymentState() + sent);
  }

  @Override
  public void take(List<InvoiceProgress> open) {
    open.forEach(progress -> tell(progress, status(progress)));
  }

  private void tell(InvoiceProgress progress, InvoiceStatus now) {
    try {
      source.apply(now);
      progress.remember(progress.base().told(now));
    } catch (Throwable e) {
      progress.failed(
          HostFailures.of(
              "the invoice source threw when it was told the invoice's status: "
                  + HostFault.reportable(e),
              "Mend the source; the next run tells it again."));
    }
  }
}
