package io.odoosync.source;

/** How far a travel has come; the first three in the order in which it moves. */
public enum TravelState {
  /** Asked for; no quote accepted yet: a lead. */
  NEW,
  /** The customer accepted the quote: the lead's stage is at least Qualified. */
  QUOTE_VALIDATED,
  /** The invoice was generated: an opportunity, won. */
  INVOICED,
  /**
   * It does not take place: the lead is marked lost, with the travel's {@link Travel#lostReason()}.
   * A travel that is cancelled before it was ever synced is created and marked lost, so that Odoo's
   * figures count it. One whose lead is won already is reported and left as it is.
   */
  CANCELLED
}
