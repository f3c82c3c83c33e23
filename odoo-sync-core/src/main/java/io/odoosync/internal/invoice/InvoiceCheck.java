package io.odoosync.internal.invoice;

import io.odoosync.EntityType;
import io.odoosync.InvoicingOptions;
import io.odoosync.internal.invoice.books.Currencies;
import io.odoosync.internal.log.RunLog;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.state.Failures;
import io.odoosync.internal.step.Step;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.report.Outcome;
import io.odoosync.source.Invoice;
import io.odoosync.store.SyncEvent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Compares the totals of invoices in Odoo with the host's. One that differs stays a draft. */
final class InvoiceCheck implements Step<InvoiceProgress> {

  private static final String MODEL = EntityType.INVOICE.model();

  private final MoveLines lines;
  private final RunLog log;
  private final InvoicingOptions options;
  private final InvoiceDirectory directory;

  InvoiceCheck(RunContext run, InvoicingOptions options, InvoiceDirectory directory) {
    this.lines = new MoveLines(run.client());
    this.log = run.log();
    this.options = options;
    this.directory = directory;
  }

  /** What was not found to agree yet is compared, and what is going to be posted once more. */
  @Override
  public boolean isOpen(InvoiceProgress progress) {
    if (progress.isAbsent() || progress.move().isCancelled()) {
      return false;
    }
    return !progress.base().isAgreed() || (wantsPosting(progress) && progress.move().isDraft());
  }

  private boolean wantsPosting(InvoiceProgress progress) {
    return options.posting() && !progress.base().isPosted();
  }

  @Override
  public List<String> words(InvoiceProgress progress) {
    return List.of();
  }

  @Override
  public void take(List<InvoiceProgress> open) {
    Map<InvoiceProgress, String> different = new LinkedHashMap<>();
    open.forEach(progress -> compare(progress, different));
    Map<Long, List<OdooRecord>> lines = lines(different);
    different.forEach(
        (progress, words) ->
            progress.failed(
                failure(progress, words, lines.getOrDefault(progress.id(), List.of()))));
  }

  /** The lines of those that differ, in the order in which they were sent. */
  private Map<Long, List<OdooRecord>> lines(Map<InvoiceProgress, String> different) {
    List<Long> moves = different.keySet().stream().map(InvoiceProgress::id).toList();
    return moves.isEmpty() ? Map.of() : lines.read(moves, TotalsDiagnosis.FIELDS);
  }

  private void compare(InvoiceProgress progress, Map<InvoiceProgress, String> different) {
    Optional<String> ignored = ignored(progress);
    if (ignored.isPresent()) {
      progress.failed(ignored(progress, ignored.get()));
      return;
    }
    Optional<ExpectedTotals> expected = expected(progress.invoice());
    if (expected.isEmpty()) {
      if (!progress.isAsAgreed()) {
        incomparable(progress);
      }
      return;
    }
    TotalsVerdict verdict =
        expected.get().compare(progress.move().totals(), tolerance(progress.invoice()));
    if (verdict instanceof TotalsVerdict.Different found) {
      different.put(progress, found.words());
      return;
    }
    if (!progress.base().isAgreed()) {
      note(progress, verdict);
    }
    progress.remember(progress.base().agreed());
  }

  /**
   * What a new draft does not have of what was sent: a server may ignore a field in silence, and
   * then post what it thinks right.
   */
  private Optional<String> ignored(InvoiceProgress progress) {
    Invoice invoice = progress.invoice();
    MoveContent there = progress.move().content();
    if (progress.base().isAgreed() || !progress.move().isDraft()) {
      return Optional.empty();
    } else if (invoice.invoiceDate() != null && there.date() == null) {
      return Optional.of("invoice_date, " + invoice.invoiceDate());
    }
    return directory
        .currencies()
        .find(invoice.currency())
        .filter(currency -> !Objects.equals(currency.id(), there.currency()))
        .map(currency -> "currency_id, " + invoice.currency());
  }

  private static Outcome.Failed ignored(InvoiceProgress progress, String value) {
    return Failures.contradiction(
        "Odoo did not take " + MODEL + "." + value + "; it stays a draft",
        "Let the integration user fill it in, or complete " + MODEL + " " + progress.id() + ".");
  }

  private void note(InvoiceProgress progress, TotalsVerdict verdict) {
    if (verdict instanceof TotalsVerdict.Tolerable tolerable) {
      log.warn(
          SyncEvent.RECORD_WARNING,
          EntityType.INVOICE,
          progress.key(),
          "its totals differ within the tolerance: " + tolerable.words());
    }
    if (progress.invoice().dueDate() != null
        && !progress.move().dueDate().filter(progress.invoice().dueDate()::equals).isPresent()) {
      log.warn(
          SyncEvent.RECORD_WARNING,
          EntityType.INVOICE,
          progress.key(),
          "its due date in Odoo is "
              + progress.move().dueDate().map(Object::toString).orElse("missing")
              + " instead of "
              + progress.invoice().dueDate()
              + ", which the payment term decides");
    }
  }

  private void incomparable(InvoiceProgress progress) {
    String reason =
        "its totals can't be compared: its taxes are no plain percentages, and the host gave no"
            + " totals";
    if (wantsPosting(progress)) {
      progress.failed(
          Failures.invalid(reason, "Give the invoice's totals, or post it in Odoo by hand."));
    } else {
      log.warn(SyncEvent.RECORD_WARNING, EntityType.INVOICE, progress.key(), reason);
      progress.remember(progress.base().agreed());
    }
  }

  private Optional<ExpectedTotals> expected(Invoice invoice) {
    return directory
        .books(invoice)
        .flatMap(books -> InvoiceAmounts.expected(invoice, books, decimals(invoice)));
  }

  private int decimals(Invoice invoice) {
    return directory
        .currencies()
        .find(invoice.currency())
        .map(Currencies.OdooCurrency::decimals)
        .orElse(2);
  }

  private BigDecimal tolerance(Invoice invoice) {
    return BigDecimal.valueOf(options.tolerance(), decimals(invoice));
  }

  private Outcome.Failed failure(InvoiceProgress progress, String words, List<OdooRecord> lines) {
    TotalsDiagnosis found = diagnosis(progress.invoice(), lines);
    String state = progress.move().isDraft() ? "; it stays a draft" : "; it is posted already";
    String where =
        "Compare its taxes, prices and currency with "
            + MODEL
            + " "
            + progress.id()
            + ". Correct either side; the next run compares again.";
    return Failures.contradiction(
        "its totals differ: " + words + found.words() + state,
        found.advice() == null ? where : found.advice() + " " + where);
  }

  private TotalsDiagnosis diagnosis(Invoice invoice, List<OdooRecord> lines) {
    int decimals = decimals(invoice);
    Optional<InvoiceAmounts> amounts =
        directory.books(invoice).flatMap(books -> InvoiceAmounts.of(invoice, books, decimals));
    return TotalsDiagnosis.of(invoice, amounts, lines, decimals);
  }
}
