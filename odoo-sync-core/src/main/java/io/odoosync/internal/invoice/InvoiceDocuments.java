package io.odoosync.internal.invoice;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.LocalKey;
import io.odoosync.internal.exchange.ServerFields;
import io.odoosync.internal.field.ExternalId;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.state.Failures;
import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.internal.state.WriteGate;
import io.odoosync.internal.step.Step;
import io.odoosync.odoo.FileContent;
import io.odoosync.odoo.LoadResult;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooException;
import io.odoosync.report.Outcome;
import io.odoosync.source.InvoiceDocument;
import io.odoosync.source.InvoiceSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Attaches the documents of invoices, one call for each, since each is read while it is sent. The
 * attachment's external id keeps a repetition from attaching it twice.
 */
final class InvoiceDocuments implements Step<InvoiceProgress> {

  private static final String MODEL = "ir.attachment";
  private static final String PDF = "application/pdf";

  private static final Map<String, Set<String>> FILE_FIELDS =
      Map.of(
          "name", Set.of("char"),
          "res_model", Set.of("char"),
          "res_id", Set.of("many2one_reference", "integer"));

  private final OdooClient client;
  private final WriteGate gate;
  private final String namespace;
  private final DocumentLookup documents;
  private final ServerFields fields;

  InvoiceDocuments(RunContext run, InvoiceSource source) {
    this.client = run.client();
    this.gate = run.control();
    this.namespace = run.settings().namespace();
    this.documents = new DocumentLookup(source);
    this.fields = run.fields();
  }

  @Override
  public boolean isOpen(InvoiceProgress progress) {
    return progress.invoice().document() != null && !progress.base().isAttached();
  }

  @Override
  public List<String> words(InvoiceProgress progress) {
    return List.of("attach " + document(progress).fileName());
  }

  @Override
  public void take(List<InvoiceProgress> open) {
    Map<LocalKey, InvoiceDocument> found = documents.find(open);
    for (InvoiceProgress progress : open) {
      InvoiceDocument document = found.get(progress.key());
      if (document == null) {
        progress.failed(DocumentLookup.moved(document(progress)));
      } else {
        attach(progress, document);
      }
    }
  }

  private static InvoiceDocument document(InvoiceProgress progress) {
    return Objects.requireNonNull(progress.invoice().document());
  }

  private void attach(InvoiceProgress progress, InvoiceDocument document) {
    gate.check();
    try {
      String contentField = FileContent.field(fields.of(MODEL).names());
      Optional<Failure> missing = missing(contentField);
      if (missing.isPresent()) {
        progress.failed(new Outcome.Failed(missing.get()));
        return;
      }
      LoadResult result =
          client.attach(
              ExternalId.of(namespace, MODEL, progress.key()).toString(),
              EntityType.INVOICE.model(),
              progress.id(),
              document.fileName(),
              PDF,
              new FileContent(document.size(), document.content()::open),
              contentField);
      if (!result.errors().isEmpty()) {
        progress.failed(Failures.refused(MODEL, result.errors().get(0)));
        return;
      }
      progress.remember(progress.base().attached());
      progress.changed();
    } catch (OdooException e) {
      if (RunStoppedException.isFor(e)) {
        throw e;
      }
      progress.failed(Failures.ofDocument(e));
    }
  }

  /** A file without one of these would belong to nothing; no reason to hold up other invoices. */
  private Optional<Failure> missing(String contentField) {
    try {
      Map<String, Set<String>> needed = new HashMap<>(FILE_FIELDS);
      needed.put(contentField, Set.of("binary"));
      fields.require(MODEL, needed);
      return Optional.empty();
    } catch (RunStoppedException e) {
      return Optional.of(e.failure());
    }
  }
}
