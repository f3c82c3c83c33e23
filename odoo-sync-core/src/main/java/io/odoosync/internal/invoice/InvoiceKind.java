package io.odoosync.internal.invoice;

import io.odoosync.EntityType;
import io.odoosync.FieldMapping;
import io.odoosync.InvoicingOptions;
import io.odoosync.LocalKey;
import io.odoosync.MissingRecordPolicy;
import io.odoosync.TaxMapping;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.field.Dependency;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.intake.Intake;
import io.odoosync.internal.intake.spool.RecordCodec;
import io.odoosync.internal.stage.OpenKind;
import io.odoosync.internal.stage.RecordKind;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.odoo.Domain;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceSource;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Invoices and credit notes, which become moves and are sent once.
 *
 * @param source where the host's invoices come from
 * @param mapping the host's own mapping
 * @param options how invoices are brought to Odoo
 * @param taxes which Odoo taxes the host's tax codes stand for
 */
public record InvoiceKind(
    InvoiceSource source, FieldMapping<Invoice> mapping, InvoicingOptions options, TaxMapping taxes)
    implements RecordKind<Invoice> {

  private static final String LINE = "account.move.line";

  @Override
  public EntityType type() {
    return EntityType.INVOICE;
  }

  @Override
  public String right() {
    return "Accounting / Invoicing";
  }

  @Override
  public List<String> requiredFields() {
    return InvoiceMapper.REQUIRED_FIELDS;
  }

  @Override
  public Set<String> essentialFields() {
    return InvoiceMapper.ESSENTIAL_FIELDS;
  }

  @Override
  public Set<String> takenThoughReadonly() {
    return InvoiceMapper.TAKEN_THOUGH_READONLY;
  }

  @Override
  public List<String> identifyingFields() {
    return List.of("ref", "payment_reference", "partner_id", "invoice_date");
  }

  @Override
  public Domain ours() {
    return Domain.field("move_type").isIn(List.of("out_invoice", "out_refund"));
  }

  @Override
  public boolean sentOnce() {
    return true;
  }

  /** Somebody decided that it should not be; a document is not brought back behind their back. */
  @Override
  public MissingRecordPolicy whenDeleted() {
    return MissingRecordPolicy.REPORT;
  }

  @Override
  public Set<EntityType> dependsOn() {
    return Set.of(EntityType.CONTACT, EntityType.INVOICE);
  }

  @Override
  public Stream<Dependency> dependenciesOf(Invoice invoice) {
    return Stream.concat(
        Stream.ofNullable(InvoiceMapper.customer(invoice)), InvoiceMapper.deposits(invoice));
  }

  @Override
  public Stream<Invoice> records() {
    return source.invoices();
  }

  @Override
  public Optional<Stream<Invoice>> changedSince(Instant since) {
    return source.changedSince(since);
  }

  /** A document that is to be attached may come later than the invoice. */
  @Override
  public boolean isAsCompared(Invoice invoice, Link link) {
    return Base.parse(link.base())
            .document()
            .filter(DocumentFingerprint.of(invoice)::equals)
            .isPresent()
        && (invoice.document() == null || InvoiceBase.parse(link.base()).isAttached());
  }

  @Override
  public Optional<Instant> lastWritten(Link link) {
    return InvoiceBase.parse(link.base()).seen().map(Sighting::written);
  }

  @Override
  public RecordCodec<Invoice> codec() {
    return new InvoiceCodec();
  }

  @Override
  public Collection<Invoice> find(Collection<LocalKey> keys) {
    return source.find(keys);
  }

  @Override
  public void apply(long odooId, Invoice before, Invoice after) {
    throw new UnsupportedOperationException("documents are never changed");
  }

  @Override
  public OpenKind<Invoice> open(RunContext run, ModelFields fields, Intake<Invoice> intake) {
    run.fields().require(type().model(), Move.VITAL);
    run.fields().requireTypes(type().model(), Move.SENT);
    run.fields().require(LINE, MoveLines.VITAL);
    InvoiceDirectory directory =
        new InvoiceDirectory(
            run.client(),
            run.identity(),
            options,
            taxes,
            run.directory().companyId(),
            fields,
            run.fields().of(LINE));
    InvoiceMapper mapper = new InvoiceMapper(directory.currencies(), options, directory, mapping);
    return new OpenInvoices(
        mapper,
        directory,
        InvoiceFollowUp.of(run, source, options, directory),
        new DeletedInvoices(run, source));
  }

  @Override
  public String toString() {
    return "invoices(invoicing=" + options + ")";
  }
}
