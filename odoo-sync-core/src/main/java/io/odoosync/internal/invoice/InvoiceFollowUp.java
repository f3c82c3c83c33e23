package io.odoosync.internal.invoice;

import io.odoosync.EntityType;
import io.odoosync.InvoicingOptions;
import io.odoosync.LocalKey;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.state.Failures;
import io.odoosync.internal.state.Links;
import io.odoosync.internal.step.FollowUp;
import io.odoosync.internal.step.Step;
import io.odoosync.report.Outcome;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceSource;
import io.odoosync.store.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What happens to invoices once they are in Odoo: credit notes are linked to their originals, the
 * totals are compared, those that agree, and keep the rules, are posted, documents are attached,
 * and the host is told where they stand. What is done is remembered in the link.
 */
final class InvoiceFollowUp implements FollowUp<Invoice, InvoiceProgress> {

  private static final String MODEL = EntityType.INVOICE.model();

  private final Links links;
  private final MoveReader moves;
  private final InvoiceDirectory directory;
  private final boolean posting;
  private final List<Step<InvoiceProgress>> steps;

  private InvoiceFollowUp(
      RunContext run,
      MoveReader moves,
      InvoiceDirectory directory,
      boolean posting,
      List<Step<InvoiceProgress>> steps) {
    this.links = run.links();
    this.moves = moves;
    this.directory = directory;
    this.posting = posting;
    this.steps = List.copyOf(steps);
  }

  /** Makes it for one run, with the steps that the options ask for. */
  static InvoiceFollowUp of(
      RunContext run, InvoiceSource source, InvoicingOptions options, InvoiceDirectory directory) {
    MoveReader moves = new MoveReader(run.client(), directory.fields());
    List<Step<InvoiceProgress>> steps = new ArrayList<>();
    steps.add(new OriginalLink(run, moves, directory));
    steps.add(new InvoiceCheck(run, options, directory));
    if (options.frenchRules()) {
      steps.add(new EInvoiceCheck(run, options, directory, moves));
    }
    if (options.posting()) {
      steps.add(new Posting(run, moves, options.frenchRules()));
    }
    steps.add(new InvoiceDocuments(run, source));
    steps.add(new ChangeWatch(run));
    if (source.wantsStatus()) {
      steps.add(new StatusReport(source));
    }
    return new InvoiceFollowUp(run, moves, directory, options.posting(), steps);
  }

  @Override
  public Set<String> fields() {
    return moves.fields();
  }

  @Override
  public List<Step<InvoiceProgress>> steps() {
    return steps;
  }

  @Override
  public List<InvoiceProgress> open(Map<LocalKey, Followed<Invoice>> invoices) {
    Map<Long, Move> known = known(invoices.values());
    List<InvoiceProgress> work =
        invoices.values().stream().map(invoice -> progress(invoice, known)).toList();
    directory.findOriginals(invoices.values().stream().map(Followed::source).toList());
    return work;
  }

  private InvoiceProgress progress(Followed<Invoice> followed, Map<Long, Move> known) {
    Link link = followed.link();
    Long id = link == null ? null : link.odooId();
    InvoiceBase base = InvoiceBase.parse(link == null ? null : link.base());
    Move move = id == null ? null : known.get(id);
    InvoiceProgress progress = new InvoiceProgress(followed.source(), base, move);
    if (move == null && id != null) {
      progress.failed(gone(id));
    } else if (move != null && move.hasOriginal() && !base.isLinked()) {
      progress.remember(base.linked());
    }
    return progress;
  }

  /** Where the invoices stand; those that were not read yet are read now, in one call. */
  private Map<Long, Move> known(Collection<Followed<Invoice>> invoices) {
    Map<Long, Move> known = new HashMap<>();
    Set<Long> unread = new TreeSet<>();
    for (Followed<Invoice> invoice : invoices) {
      if (invoice.read() != null) {
        known.put(invoice.read().id(), new Move(invoice.read()));
      } else if (invoice.link() != null) {
        unread.add(Objects.requireNonNull(invoice.link().odooId()));
      }
    }
    unread.removeAll(known.keySet());
    known.putAll(moves.read(unread));
    return known;
  }

  @Override
  public void close(Collection<InvoiceProgress> work) {
    if (posting) {
      work.stream()
          .filter(InvoiceProgress::needsNoPosting)
          .forEach(progress -> progress.remember(progress.base().posted()));
    }
    List<InvoiceProgress> changed =
        work.stream().filter(progress -> !progress.isRemembered()).toList();
    Map<LocalKey, Link> stored =
        links.stored(EntityType.INVOICE, changed.stream().map(InvoiceProgress::key).toList());
    links.save(
        changed.stream()
            .map(
                progress ->
                    links.rebased(
                        Objects.requireNonNull(stored.get(progress.key())), progress.base().text()))
            .toList());
  }

  private static Outcome.Failed gone(long move) {
    return Failures.contradiction(
        MODEL + " " + move + " is no longer in Odoo",
        "Restore the invoice in Odoo, or drop its link to have it sent anew.");
  }
}
