package io.odoosync.internal.invoice;

import io.odoosync.LocalKey;
import io.odoosync.internal.step.Progress;
import io.odoosync.internal.step.StepResult;
import io.odoosync.report.Outcome;
import io.odoosync.source.Invoice;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How far one invoice has come: what is remembered of it, and where it stands in Odoo. */
final class InvoiceProgress implements Progress {

  private final Invoice invoice;
  private final InvoiceBase remembered;
  private final StepResult result = new StepResult();
  private InvoiceBase base;
  private @Nullable Move move;

  /**
   * Starts.
   *
   * @param remembered what its link remembers
   * @param move where it stands in Odoo; {@code null} if it is only planned to be created, or gone
   */
  InvoiceProgress(Invoice invoice, InvoiceBase remembered, @Nullable Move move) {
    this.invoice = invoice;
    this.remembered = remembered;
    this.base = remembered;
    this.move = move;
  }

  Invoice invoice() {
    return invoice;
  }

  @Override
  public LocalKey key() {
    return invoice.key();
  }

  @Override
  public StepResult result() {
    return result;
  }

  /** Whether it is not in Odoo: yet, or any more. */
  boolean isAbsent() {
    return move == null;
  }

  /**
   * Whether nothing is left of posting it, whoever did it. One that is posted with totals that do
   * not agree is not done with: somebody may reset and correct it.
   */
  boolean needsNoPosting() {
    return !isAbsent() && (move().isCancelled() || (move().isPosted() && base.isAgreed()));
  }

  /**
   * Whether its amounts are still those that were found to agree, whatever its taxes are by now.
   */
  boolean isAsAgreed() {
    MoveContent now = move().content();
    return base.isAgreed()
        && base.content()
            .filter(
                sent ->
                    sent.untaxed().compareTo(now.untaxed()) == 0
                        && sent.total().compareTo(now.total()) == 0)
            .isPresent();
  }

  /** Where it stands in Odoo. */
  Move move() {
    return Objects.requireNonNull(move);
  }

  long id() {
    return move().id();
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
    return base.text().equals(remembered.text());
  }

  void changed() {
    result.changed(id());
  }

  void failed(Outcome.Failed why) {
    result.failed(why);
  }
}
