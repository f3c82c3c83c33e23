package io.odoosync.internal.invoice;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.internal.intake.SourceLookup;
import io.odoosync.report.Outcome;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceDocument;
import io.odoosync.source.InvoiceSource;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The documents of invoices. How each is opened is in memory, which is bounded; of those beyond,
 * the source is asked again once they are to be sent.
 */
final class DocumentLookup {

  private static final InvoiceDocument.Content NOT_KEPT =
      () -> {
        throw new IOException("the document was to be asked from its source again");
      };

  private final SourceLookup<Invoice> source;

  DocumentLookup(InvoiceSource source) {
    this.source = new SourceLookup<>(EntityType.INVOICE, source::find);
  }

  /** A document of which only this is known. */
  static InvoiceDocument notKept(String fileName, long size) {
    return new InvoiceDocument(fileName, size, NOT_KEPT);
  }

  /** The documents of some invoices; those that are not the same any more are left out. */
  Map<LocalKey, InvoiceDocument> find(List<InvoiceProgress> invoices) {
    Map<LocalKey, InvoiceDocument> documents = new HashMap<>();
    Set<LocalKey> asked = new TreeSet<>();
    for (InvoiceProgress progress : invoices) {
      InvoiceDocument document = Objects.requireNonNull(progress.invoice().document());
      documents.put(progress.key(), document);
      if (document.content() == NOT_KEPT) {
        asked.add(progress.key());
      }
    }
    documents.keySet().removeAll(replace(documents, asked));
    return documents;
  }

  /** Those that the source does not have like this any more. */
  private Set<LocalKey> replace(Map<LocalKey, InvoiceDocument> documents, Set<LocalKey> asked) {
    Set<LocalKey> moved = new TreeSet<>(asked);
    for (Invoice invoice : source.find(asked)) {
      InvoiceDocument now = invoice.document();
      if (now != null && now.equals(documents.put(invoice.key(), now))) {
        moved.remove(invoice.key());
      }
    }
    return moved;
  }

  static Outcome.Failed moved(InvoiceDocument document) {
    return new Outcome.Failed(
        Failure.of(
            FailureCause.TRANSIENT,
            "the host has replaced the document " + document.fileName() + " meanwhile",
            "Run again."));
  }
}
