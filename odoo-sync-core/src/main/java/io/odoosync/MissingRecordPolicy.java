package io.odoosync;

/**
 * What to do about a local record whose Odoo record was deleted in Odoo. One that was merged into
 * another is never created again, whatever the policy: its link follows where Odoo tells for
 * certain which one is left, else the local record is reported.
 */
public enum MissingRecordPolicy {
  /** Create it again, with what the host has now. */
  RECREATE,
  /** Report it as failed, and leave it to people; an invoice's source is told that it is gone. */
  REPORT
}
