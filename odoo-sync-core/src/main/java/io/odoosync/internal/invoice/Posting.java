package io.odoosync.internal.invoice;

import io.odoosync.EntityType;
import io.odoosync.internal.exchange.BatchWrite;
import io.odoosync.internal.exchange.BatchWriter;
import io.odoosync.internal.log.RunLog;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.state.Failures;
import io.odoosync.internal.step.Deed;
import io.odoosync.internal.step.Step;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooException;
import io.odoosync.store.SyncEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Posts drafts whose totals agree. What became of them is read back, never taken from the reply.
 */
final class Posting implements Step<InvoiceProgress> {

  private static final String MODEL = EntityType.INVOICE.model();

  private final OdooClient client;
  private final BatchWriter writer;
  private final RunLog log;
  private final MoveReader moves;
  private final boolean judged;

  /**
   * Makes the step.
   *
   * @param judged whether a rule may hold invoices back before
   */
  Posting(RunContext run, MoveReader moves, boolean judged) {
    this.client = run.client();
    this.writer = run.writer();
    this.log = run.log();
    this.moves = moves;
    this.judged = judged;
  }

  @Override
  public boolean isOpen(InvoiceProgress progress) {
    return progress.isAbsent() || (!progress.base().isPosted() && progress.move().isDraft());
  }

  @Override
  public List<String> words(InvoiceProgress progress) {
    return List.of("post, if its totals agree" + (judged ? " and it keeps the rules" : ""));
  }

  @Override
  public Optional<Deed> deed(InvoiceProgress progress) {
    return Optional.of(new Deed(SyncEvent.RECORD_POSTED, "posted"));
  }

  @Override
  public void take(List<InvoiceProgress> drafts) {
    List<Long> ids = drafts.stream().map(InvoiceProgress::id).toList();
    Map<Long, OdooException> failures = writer.make(ids, new Post());
    Map<Long, Move> now = moves.read(ids);
    for (InvoiceProgress progress : drafts) {
      progress.moved(now.getOrDefault(progress.id(), progress.move()));
      settle(progress, failures.get(progress.id()));
    }
  }

  private void settle(InvoiceProgress progress, @Nullable OdooException failure) {
    if (progress.move().isPosted()) {
      progress.remember(progress.base().posted());
      progress.changed();
      noteDate(progress);
    } else if (failure != null) {
      progress.failed(Failures.of(failure));
    } else if (progress.move().isDraft()) {
      progress.failed(
          Failures.withoutEffect(
              MODEL,
              "action_post",
              MODEL + ".action_post was accepted, but left " + progress.id() + " a draft",
              "Post it in Odoo, which says what it lacks."));
    }
  }

  /** Odoo moves the accounting date out of a locked period, without a word. */
  private void noteDate(InvoiceProgress progress) {
    LocalDate wanted = progress.invoice().invoiceDate();
    if (wanted != null && !progress.move().date().filter(wanted::equals).isPresent()) {
      log.warn(
          SyncEvent.RECORD_WARNING,
          EntityType.INVOICE,
          progress.key(),
          "its accounting date in Odoo is "
              + progress.move().date().map(Object::toString).orElse("missing")
              + " instead of "
              + wanted
              + ", as Odoo does when the period is locked");
    }
  }

  /** A draft that somebody posted meanwhile needs it no more. */
  private final class Post implements BatchWrite {
    @Override
    public void make(List<Long> drafts) {
      client.call(MethodCall.of(MODEL, "action_post").ids(drafts));
    }

    @Override
    public Set<Long> made(List<Long> drafts) {
      return moves.having(drafts, move -> !move.isDraft());
    }
  }
}
