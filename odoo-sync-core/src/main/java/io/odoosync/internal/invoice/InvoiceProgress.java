package io.odoosync.internal.invoice;

import io.odoosync.LocalKey;
import io.odoosync.internal.invoice.InvoiceSteps.Step;
import io.odoosync.report.Outcome;
import io.odoosync.source.Invoice;
import io.odoosync.store.Link;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far one invoice has come while a batch is followed up. */
final class InvoiceProgress {

  private final Invoice invoice;
  private final Link link;
  private final Set<Step> open;
  private InvoiceBase base;
  private Move move;
  private @Nullable Outcome outcome;

  InvoiceProgress(Invoice invoice, Link link, Set<Step> open, Move move) {
    this.invoice = invoice;
    this.link = link;
    this.open = open;
    this.base = InvoiceBase.parse(link.base());
    this.move = move;
  }

  Invoice invoice() {
    return invoice;
  }

  LocalKey key() {
    return invoice.key();
  }

  long id() {
    return Objects.requireNonNull(link.odooId());
  }

  Link link() {
    return link;
  }

  /** Whether a step is left, and none before it failed. */
  boolean needs(Step step) {
    return open.contains(step) && !(outcome instanceof Outcome.Failed);
  }

  boolean wants(Step step) {
    return open.contains(step);
  }

  Move move() {
    return move;
  }

  void moved(Move now) {
    move = now;
  }

  InvoiceBase base() {
    return base;
  }

  void remember(InvoiceBase changed) {
    base = changed;
  }

  boolean isRemembered() {
    return base.text().equals(link.base());
  }

  void changed() {
    if (outcome == null) {
      outcome = new Outcome.Updated(id());
    }
  }

  void failed(Outcome.Failed why) {
    outcome = why;
  }

  @Nullable Outcome outcome() {
    return outcome;
  }
}
