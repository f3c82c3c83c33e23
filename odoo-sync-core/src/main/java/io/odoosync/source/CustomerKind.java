package io.odoosync.source;

/**
 * What the customer of an invoice is to the tax office. French rules differ for each of them: who
 * gets an electronic invoice, and through which platform.
 */
public enum CustomerKind {
  /** A private person, who buys for no business. */
  CONSUMER,
  /** A company, an association or a private school: whoever buys for a business. */
  BUSINESS,
  /** A public body, such as a public school or a town: invoiced through Chorus Pro in France. */
  PUBLIC_BODY
}
