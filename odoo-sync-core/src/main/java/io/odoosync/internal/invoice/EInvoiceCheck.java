package io.odoosync.internal.invoice;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.InvoicingOptions;
import io.odoosync.internal.invoice.einvoice.EInvoice;
import io.odoosync.internal.invoice.einvoice.FrenchRules;
import io.odoosync.internal.invoice.einvoice.Rule;
import io.odoosync.internal.invoice.einvoice.Violation;
import io.odoosync.internal.log.RunLog;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.step.Step;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.Outcome;
import io.odoosync.source.InvoiceKind;
import io.odoosync.store.SyncEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges drafts by the rules of electronic invoices. One that breaks a binding rule stays a draft;
 * it is judged again in the next run, since what it lacks may be mended in Odoo.
 */
final class EInvoiceCheck implements Step<InvoiceProgress> {

  private static final String MODEL = EntityType.INVOICE.model();

  private final OdooClient client;
  private final RunLog log;
  private final InvoicingOptions options;
  private final InvoiceDirectory directory;
  private final MoveReader moves;
  private @Nullable RuleReader reader;

  EInvoiceCheck(
      RunContext run, InvoicingOptions options, InvoiceDirectory directory, MoveReader moves) {
    this.client = run.client();
    this.log = run.log();
    this.options = options;
    this.directory = directory;
    this.moves = moves;
  }

  @Override
  public boolean isOpen(InvoiceProgress progress) {
    return !progress.isAbsent() && progress.move().isDraft() && !progress.base().isPosted();
  }

  @Override
  public List<String> words(InvoiceProgress progress) {
    return List.of();
  }

  /** Invoices first: a credit note may be of one that is posted along with it. */
  @Override
  public void take(List<InvoiceProgress> open) {
    Set<Long> fine = new HashSet<>();
    Predicate<InvoiceProgress> isNote =
        progress -> progress.invoice().kind() == InvoiceKind.CREDIT_NOTE;
    judge(open.stream().filter(isNote.negate()).toList(), fine, Set.of());
    List<InvoiceProgress> notes = open.stream().filter(isNote).toList();
    judge(notes, fine, originals(notes));
  }

  /** The originals of credit notes that are posted, or left to others to post. */
  private Set<Long> originals(List<InvoiceProgress> notes) {
    Set<Long> ids =
        notes.stream().flatMap(note -> original(note).stream()).collect(Collectors.toSet());
    return ids.isEmpty()
        ? ids
        : moves.having(ids, move -> move.isPosted() || (!options.posting() && move.isDraft()));
  }

  private Optional<Long> original(InvoiceProgress note) {
    return Optional.ofNullable(note.invoice().original())
        .flatMap(directory::sent)
        .or(() -> note.move().values().reference("reversed_entry_id"));
  }

  private void judge(List<InvoiceProgress> some, Set<Long> fine, Set<Long> posted) {
    if (some.isEmpty()) {
      return;
    }
    Map<InvoiceProgress, EInvoice> read =
        reader()
            .read(
                some,
                note ->
                    original(note)
                        .filter(id -> posted.contains(id) || fine.contains(id))
                        .isPresent());
    for (InvoiceProgress progress : some) {
      EInvoice invoice = read.get(progress);
      if (invoice == null) {
        progress.failed(hidden(progress));
      } else {
        settle(progress, FrenchRules.judge(invoice));
      }
      if (!progress.result().hasFailed()) {
        fine.add(progress.id());
      }
    }
  }

  private static Outcome.Failed hidden(InvoiceProgress progress) {
    return new Outcome.Failed(
        Failure.of(
                FailureCause.MISSING_RIGHT,
                "the rules of electronic invoices can't be judged: Odoo does not show its customer or"
                    + " its company, or "
                    + MODEL
                    + " "
                    + progress.id()
                    + " is gone",
                "Let the integration user read both.")
            .onModel(MODEL));
  }

  private RuleReader reader() {
    if (reader == null) {
      reader = new RuleReader(client, options, directory);
    }
    return reader;
  }

  private void settle(InvoiceProgress progress, List<Violation> violations) {
    List<Violation> binding =
        violations.stream().filter(violation -> violation.rule().isBinding()).toList();
    if (!binding.isEmpty()) {
      progress.failed(failure(binding));
    } else if (!violations.isEmpty()) {
      log.warn(
          SyncEvent.RECORD_WARNING,
          EntityType.INVOICE,
          progress.key(),
          words(violations) + ". " + remedies(violations));
    }
  }

  private static Outcome.Failed failure(List<Violation> violations) {
    return new Outcome.Failed(
        Failure.of(
                FailureCause.BROKEN_RULE,
                "it breaks rules of electronic invoices: "
                    + words(violations)
                    + "; it stays a draft",
                remedies(violations))
            .onModel(MODEL));
  }

  private static String words(List<Violation> violations) {
    return violations.stream().map(Violation::text).collect(Collectors.joining("; "));
  }

  private static String remedies(List<Violation> violations) {
    return violations.stream()
        .map(Violation::rule)
        .distinct()
        .map(Rule::remedy)
        .collect(Collectors.joining(" "));
  }
}
