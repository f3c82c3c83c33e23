package io.odoosync.source;

/** What kind of document an invoice is. */
public enum InvoiceKind {

  /** A customer invoice, {@code out_invoice} in Odoo. */
  INVOICE("out_invoice"),

  /** A credit note to a customer, {@code out_refund} in Odoo. Its lines have positive amounts. */
  CREDIT_NOTE("out_refund");

  private final String moveType;

  InvoiceKind(String moveType) {
    this.moveType = moveType;
  }

  /**
   * The kind in Odoo's words.
   *
   * @return a value of {@code account.move.move_type}
   */
  public String moveType() {
    return moveType;
  }
}
