package io.odoosync.internal.invoice;

/** How the totals that were expected of an invoice compare with those that Odoo arrived at. */
public sealed interface TotalsVerdict {

  /** They are the same. */
  record Equal() implements TotalsVerdict {}

  /** They differ within the tolerance; the words say by what. */
  record Tolerable(String words) implements TotalsVerdict {}

  /** They differ by more. */
  record Different(String words) implements TotalsVerdict {}
}
