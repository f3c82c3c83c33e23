package io.odoosync;

/**
 * What to do in Odoo about a record that the host does not have any more: one that was synced, and
 * that a later pass over its source does not give. A pass that ends early says nothing of that.
 * Nothing is ever deleted in Odoo.
 */
public enum GoneRecordPolicy {
  /**
   * Leave it in Odoo, and say so once in {@code sync_logs}; where more are gone at once than {@link
   * Brakes#gone()} allows, one entry tells their number.
   */
  KEEP,
  /**
   * Archive it in Odoo, and bring it back once the source gives it again. Left as they are, and
   * named in {@code sync_logs}: records of models that can't be archived, such as invoices; those
   * that several records of the host share; and the partners of Odoo's own companies and users.
   */
  ARCHIVE
}
