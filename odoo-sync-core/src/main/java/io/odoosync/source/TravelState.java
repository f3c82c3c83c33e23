package io.odoosync.source;

/** How far a travel has come, in the order in which it moves. */
public enum TravelState {
  /** Asked for; no quote accepted yet: a lead. */
  NEW,
  /** The customer accepted the quote: the lead's stage is at least Qualified. */
  QUOTE_VALIDATED,
  /** The invoice was generated: an opportunity, won. */
  INVOICED
}
