package io.odoosync;

/** What to do about a local record whose Odoo record was deleted in Odoo. */
public enum MissingRecordPolicy {
  /** Create it again, with what the host has now. */
  RECREATE,
  /** Report it as failed, and leave it to people; an invoice's source is told that it is gone. */
  REPORT
}
