package io.odoosync.odoo;

/** What is known of a failed call's effect in Odoo. */
public enum CallOutcome {
  /** Odoo did nothing, or undid what it began. */
  NOT_DONE,
  /** Odoo may have done it: read back before trying again. */
  UNKNOWN
}
