package io.odoosync.internal.invoice.einvoice;

/**
 * A rule that an invoice breaks.
 *
 * @param rule which
 * @param words what is wrong with this invoice
 */
public record Violation(Rule rule, String words) {

  /** The rule's id and what is wrong. */
  public String text() {
    return rule.id() + ": " + words;
  }
}
