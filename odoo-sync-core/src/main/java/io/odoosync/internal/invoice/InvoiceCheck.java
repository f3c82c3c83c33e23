package io.odoosync.internal.invoice;

import io.odoosync.EntityType;
import io.odoosync.InvoicingOptions;
import io.odoosync.internal.field.Problems;
import io.odoosync.internal.invoice.ExpectedTotals.Comparison;
import io.odoosync.internal.invoice.InvoiceSteps.Step;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.state.Failures;
import io.odoosync.internal.state.RunLog;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.report.Outcome;
import io.odoosync.source.Invoice;
import io.odoosync.store.SyncEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the totals of invoices in Odoo with the host's. One that differs stays a draft. */
final class InvoiceCheck {

  private static final String MODEL = EntityType.INVOICE.model();
  private static final String LINE_MODEL = "account.move.line";
  private static final String LINES = "invoice_line_ids";

  private final OdooClient client;
  private final RunLog journal;
  private final InvoicingOptions options;
  private final InvoiceDirectory directory;

  InvoiceCheck(RunContext run, InvoiceDirectory directory) {
    this.client = run.client();
    this.journal = run.journal();
    this.options = run.settings().invoicing();
    this.directory = directory;
  }

  /** Compares those that were not found to agree yet, and again those that are to be posted. */
  void compare(Collection<InvoiceProgress> work) {
    Map<InvoiceProgress, String> different = new HashMap<>();
    for (InvoiceProgress progress : work) {
      boolean again = progress.needs(Step.POST) && progress.move().isDraft();
      if ((progress.needs(Step.CHECK) || again) && !progress.move().isCancelled()) {
        compare(progress, different);
      }
    }
    Map<Long, List<OdooRecord>> lines = lines(different.keySet());
    different.forEach(
        (progress, words) ->
            progress.failed(
                failure(progress, words, lines.getOrDefault(progress.id(), List.of()))));
  }

  private void compare(InvoiceProgress progress, Map<InvoiceProgress, String> different) {
    Optional<ExpectedTotals> expected = expected(progress.invoice());
    if (expected.isEmpty()) {
      incomparable(progress);
      return;
    }
    Comparison comparison =
        expected.get().compare(progress.move().totals(), tolerance(progress.invoice()));
    if (comparison instanceof Comparison.Different found) {
      different.put(progress, found.words());
      return;
    }
    if (!progress.base().isAgreed()) {
      note(progress, comparison);
    }
    progress.remember(progress.base().agreed());
  }

  private void note(InvoiceProgress progress, Comparison comparison) {
    if (comparison instanceof Comparison.Tolerable tolerable) {
      journal.warn(
          SyncEvent.RECORD_WARNING,
          EntityType.INVOICE,
          progress.key(),
          "its totals differ within the tolerance: " + tolerable.words());
    }
    if (progress.invoice().dueDate() != null
        && !progress.move().dueDate().filter(progress.invoice().dueDate()::equals).isPresent()) {
      journal.warn(
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
    if (progress.wants(Step.POST)) {
      progress.failed(
          Failures.invalid(reason, "Give the invoice's totals, or post it in Odoo by hand."));
    } else {
      journal.warn(SyncEvent.RECORD_WARNING, EntityType.INVOICE, progress.key(), reason);
      progress.remember(progress.base().agreed());
    }
  }

  private Optional<ExpectedTotals> expected(Invoice invoice) {
    return books(invoice)
        .flatMap(books -> InvoiceAmounts.expected(invoice, books, decimals(invoice)));
  }

  private Optional<CompanyBooks> books(Invoice invoice) {
    return directory.books(InvoiceMapper.company(invoice, options), new Problems());
  }

  private boolean roundsGlobally(Invoice invoice) {
    return books(invoice).filter(books -> books.company().roundsGlobally()).isPresent();
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

  /** The lines of those that differ, in the order in which they were sent. */
  private Map<Long, List<OdooRecord>> lines(Collection<InvoiceProgress> different) {
    Map<Long, Long> moveOfLine = new HashMap<>();
    List<Long> moves = different.stream().map(InvoiceProgress::id).toList();
    for (OdooRecord move : client.read(MODEL, moves, List.of(LINES))) {
      move.references(LINES).forEach(line -> moveOfLine.put(line, move.id()));
    }
    List<OdooRecord> read =
        new ArrayList<>(
            client.read(LINE_MODEL, moveOfLine.keySet(), List.of("price_subtotal", "price_total")));
    read.sort(Comparator.comparingLong(OdooRecord::id));
    Map<Long, List<OdooRecord>> lines = new HashMap<>();
    for (OdooRecord line : read) {
      lines
          .computeIfAbsent(moveOfLine.getOrDefault(line.id(), 0L), move -> new ArrayList<>())
          .add(line);
    }
    return lines;
  }

  private Outcome.Failed failure(InvoiceProgress progress, String words, List<OdooRecord> lines) {
    String state = progress.move().isDraft() ? "; it stays a draft" : "; it is posted already";
    return Failures.contradiction(
        "its totals differ: " + words + line(progress.invoice(), lines) + state,
        "Compare its taxes, prices and currency with "
            + MODEL
            + " "
            + progress.id()
            + ". Correct either side; the next run compares again.");
  }

  private String line(Invoice invoice, List<OdooRecord> lines) {
    if (lines.size() != invoice.lines().size()) {
      return "; Odoo has " + lines.size() + " lines, not " + invoice.lines().size();
    }
    Optional<InvoiceAmounts> amounts =
        books(invoice).flatMap(books -> InvoiceAmounts.of(invoice, books, decimals(invoice)));
    for (int i = 0; i < lines.size() && amounts.isPresent(); i++) {
      Optional<String> difference =
          amounts
              .get()
              .lineDifference(
                  i,
                  lines.get(i).number("price_subtotal").orElse(BigDecimal.ZERO),
                  lines.get(i).number("price_total").orElse(BigDecimal.ZERO),
                  BigDecimal.valueOf(1, decimals(invoice)));
      if (difference.isPresent()) {
        return "; the first line that differs is line " + (i + 1) + ": " + difference.get();
      }
    }
    return "; each line is as its own numbers say, so look at its taxes, and at rounding: the company"
        + (roundsGlobally(invoice)
            ? " rounds each tax once a document"
            : " rounds each tax line by line");
  }
}
