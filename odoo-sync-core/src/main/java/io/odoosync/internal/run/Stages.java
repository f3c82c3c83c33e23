package io.odoosync.internal.run;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.contact.ContactFailures;
import io.odoosync.internal.contact.ContactMapper;
import io.odoosync.internal.contact.CustomerResolver;
import io.odoosync.internal.field.Customers;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.invoice.InvoiceDirectory;
import io.odoosync.internal.invoice.InvoiceFollowUp;
import io.odoosync.internal.invoice.InvoiceMapper;
import io.odoosync.internal.lead.CrmDirectory;
import io.odoosync.internal.lead.LeadFollowUp;
import io.odoosync.internal.lead.TravelMapper;
import io.odoosync.internal.stage.FollowUp;
import io.odoosync.internal.stage.RecordKind;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.stage.Stage;
import io.odoosync.internal.state.PlanDraft;
import io.odoosync.internal.state.Settings;
import io.odoosync.report.StageReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactChange;
import io.odoosync.source.ContactSource;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelChange;
import io.odoosync.source.TravelSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stages of one run in their order. Building it reads all that mapping needs to know of the
 * server, so whatever is missing there stops the run before the first write.
 */
final class Stages {

  private final RunContext run;
  private final OdooDirectory directory;
  private final @Nullable Stage<Contact> contacts;
  private final CustomerResolver customers;
  private final @Nullable PlanDraft draft;
  private final List<Stage<?>> requested = new ArrayList<>();

  /** For a run that does what it decides. */
  Stages(RunContext run, Set<EntityType> types) {
    this(run, types, null);
  }

  /**
   * Builds the stages.
   *
   * @param draft the plan that is being made; {@code null} if the run does what it decides
   */
  Stages(RunContext run, Set<EntityType> types, @Nullable PlanDraft draft) {
    this.run = run;
    this.draft = draft;
    this.directory = new OdooDirectory(run.client());
    ContactSource contactSource = run.settings().contacts();
    // The resolver hears of contacts that fail, and the stage is what it syncs them with.
    ContactFailures failures = new ContactFailures();
    this.contacts = contactSource == null ? null : contacts(contactSource, failures);
    this.customers = new CustomerResolver(run.links(), contactSource, contacts, failures);
    for (EntityType type : EntityType.values()) {
      if (types.contains(type)) {
        requested.add(stage(type));
      }
    }
  }

  /** The stages to run. */
  List<Stage<?>> requested() {
    return requested;
  }

  /** What the stages did, also those that only served others. */
  List<StageReport> reports() {
    boolean contactsServed =
        contacts != null && !requested.contains(contacts) && !contacts.isEmpty();
    return Stream.concat(contactsServed ? Stream.of(contacts) : Stream.of(), requested.stream())
        .map(Stage::report)
        .toList();
  }

  private Customers customersOf(Collection<LocalKey> keys) {
    return draft == null ? customers.resolve(keys) : customers.plan(keys, draft);
  }

  private Stage<?> stage(EntityType type) {
    Settings settings = run.settings();
    return switch (type) {
      case CONTACT -> Objects.requireNonNull(contacts);
      case TRAVEL -> travels(Objects.requireNonNull(settings.travels()));
      case INVOICE -> invoices(Objects.requireNonNull(settings.invoices()));
    };
  }

  private Stage<Contact> contacts(ContactSource source, ContactFailures failures) {
    ModelFields fields = directory.usableModel(EntityType.CONTACT, ContactMapper.REQUIRED_FIELDS);
    RecordKind<Contact> kind =
        new RecordKind<>(
            EntityType.CONTACT,
            source::contacts,
            contact -> null,
            new ContactMapper(fields, directory.countries(), run.settings().mappings().contacts()),
            fields,
            fields.among(ContactMapper.FIELDS),
            batch -> {},
            record -> Optional.empty(),
            (id, before, after) -> source.apply(ContactChange.of(id, before, after)),
            FollowUp.nothing());
    return new Stage<>(kind, run, keys -> Customers.NONE, failures::onOutcome);
  }

  private Stage<Travel> travels(TravelSource source) {
    ModelFields fields = directory.usableModel(EntityType.TRAVEL, TravelMapper.FIELDS);
    CrmDirectory crm = new CrmDirectory(run.client(), run.settings().crm());
    RecordKind<Travel> kind =
        new RecordKind<>(
            EntityType.TRAVEL,
            source::travels,
            Travel::customer,
            new TravelMapper(
                fields, directory.companyCurrency(), crm, run.settings().mappings().travels()),
            fields,
            fields.among(TravelMapper.FIELDS),
            crm::prepare,
            record -> Optional.empty(),
            (id, before, after) -> source.apply(TravelChange.of(id, before, after)),
            LeadFollowUp.of(run, crm, fields));
    return new Stage<>(kind, run, this::customersOf, (key, outcome) -> {});
  }

  private Stage<Invoice> invoices(InvoiceSource source) {
    Settings settings = run.settings();
    ModelFields fields = directory.usableModel(EntityType.INVOICE, InvoiceMapper.FIELDS);
    InvoiceDirectory invoices =
        new InvoiceDirectory(
            run.client(),
            run.links(),
            settings.invoicing(),
            settings.taxes(),
            directory.companyId(),
            fields);
    RecordKind<Invoice> kind =
        new RecordKind<>(
            EntityType.INVOICE,
            source::invoices,
            Invoice::customer,
            new InvoiceMapper(
                invoices.currencies(),
                settings.invoicing(),
                invoices,
                settings.mappings().invoices()),
            fields,
            fields.among(InvoiceMapper.FIELDS),
            invoices::prepare,
            invoices::lockOf,
            (id, before, after) -> {
              throw new UnsupportedOperationException("documents are never changed");
            },
            new InvoiceFollowUp(run, source, invoices));
    return new Stage<>(kind, run, this::customersOf, (key, outcome) -> {});
  }
}
