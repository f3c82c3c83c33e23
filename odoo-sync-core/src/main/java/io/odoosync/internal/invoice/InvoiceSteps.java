package io.odoosync.internal.invoice;

import io.odoosync.source.Invoice;
import java.util.EnumSet;
import java.util.Set;

/** What may be left to do for an invoice that is in Odoo. */
public final class InvoiceSteps {

  /** One step, in the order in which they are taken. */
  public enum Step {
    /** Link a credit note to its original. */
    LINK,
    /** Compare the totals. */
    CHECK,
    /** Post it. */
    POST,
    /** Attach the document. */
    ATTACH,
    /** Tell the host where it stands. */
    TELL
  }

  private InvoiceSteps() {}

  /**
   * The steps that are not known to be done. If there are none, Odoo need not be asked.
   *
   * @param base what is remembered
   * @param posting whether invoices shall be posted
   * @param status whether the host wants to be told
   */
  public static Set<Step> open(Invoice invoice, InvoiceBase base, boolean posting, boolean status) {
    Set<Step> open = EnumSet.noneOf(Step.class);
    if (invoice.original() != null && !base.isLinked()) {
      open.add(Step.LINK);
    }
    if (!base.isAgreed()) {
      open.add(Step.CHECK);
    }
    if (posting && !base.isPosted()) {
      open.add(Step.POST);
    }
    if (invoice.document() != null && !base.isAttached()) {
      open.add(Step.ATTACH);
    }
    if (status && !base.wasToldSettled()) {
      open.add(Step.TELL);
    }
    return open;
  }
}
