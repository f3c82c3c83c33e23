package io.odoosync.internal.contact;

import io.odoosync.ContactOptions;
import io.odoosync.EntityType;
import io.odoosync.FieldMapping;
import io.odoosync.LocalKey;
import io.odoosync.Matching;
import io.odoosync.internal.exchange.OdooModel;
import io.odoosync.internal.field.Dependency;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.NamedRecords;
import io.odoosync.internal.intake.Intake;
import io.odoosync.internal.intake.spool.RecordCodec;
import io.odoosync.internal.stage.KeptInStep;
import io.odoosync.internal.stage.OpenKind;
import io.odoosync.internal.stage.RecordKind;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.stage.Veto;
import io.odoosync.internal.step.FollowUp;
import io.odoosync.odoo.Domain;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactChange;
import io.odoosync.source.ContactSource;
import io.odoosync.store.SyncEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Contacts, which become partners.
 *
 * @param source where the host's contacts come from
 * @param mapping the host's own mapping
 * @param matching how partners are looked for that Odoo has already
 * @param options what new partners are given
 */
public record ContactKind(
    ContactSource source, FieldMapping<Contact> mapping, Matching matching, ContactOptions options)
    implements RecordKind<Contact> {

  @Override
  public EntityType type() {
    return EntityType.CONTACT;
  }

  @Override
  public String right() {
    return "Contact Creation";
  }

  @Override
  public List<String> requiredFields() {
    return ContactMapper.REQUIRED_FIELDS;
  }

  @Override
  public Set<String> optionalFields() {
    return Set.of(
        "mobile",
        "company_registry",
        "siret",
        "l10n_fr_siret",
        "l10n_fr_siren",
        "additional_identifiers");
  }

  @Override
  public List<String> identifyingFields() {
    return List.of("name", "email", "vat", "ref", "phone", "mobile");
  }

  @Override
  public Domain ours() {
    return OdooModel.alsoArchived();
  }

  @Override
  public boolean sentOnce() {
    return false;
  }

  @Override
  public Set<EntityType> dependsOn() {
    return Set.of(EntityType.CONTACT);
  }

  @Override
  public Stream<Dependency> dependenciesOf(Contact contact) {
    return Stream.ofNullable(ContactMapper.company(contact));
  }

  @Override
  public Stream<Contact> records() {
    return source.contacts();
  }

  @Override
  public Optional<Stream<Contact>> changedSince(Instant since) {
    return source.changedSince(since);
  }

  @Override
  public RecordCodec<Contact> codec() {
    return new ContactCodec();
  }

  @Override
  public Collection<Contact> find(Collection<LocalKey> keys) {
    return source.find(keys);
  }

  @Override
  public void apply(long odooId, Contact before, Contact after) {
    source.apply(ContactChange.of(odooId, before, after));
  }

  @Override
  public OpenKind<Contact> open(RunContext run, ModelFields fields, Intake<Contact> intake) {
    run.fields().require(type().model(), SharedFields.VITAL);
    run.fields().requireTypes(type().model(), SharedFields.OPTIONAL);
    NamedRecords countries = Countries.read(run.known());
    ContactMapper contacts =
        new ContactMapper(fields, countries, new StateDirectory(run.known()), mapping);
    OwnPartners own = new OwnPartners(run.client(), fields, run.settings().environment()::nanoTime);
    KeptInStep<Contact> kept =
        KeptInStep.sharing(
                run,
                this,
                fields,
                NewPartners.of(contacts, run.known(), options, fields),
                ContactMapper.FIELDS,
                FollowUp.nothing(),
                new SharedFields(fields))
            .guardedBy(own::among)
            .noticing(new InvoicedPartners(run.client())::sideEffects)
            .keeping(own::inUse)
            .vetoedBy(options.checksNumbers() ? NumberCheck::failure : Veto.none());
    return matching.isOn()
        ? kept.adopting(matcher(run, fields, intake, countries, own)::find)
        : kept;
  }

  private Matcher matcher(
      RunContext run,
      ModelFields fields,
      Intake<Contact> intake,
      NamedRecords countries,
      OwnPartners own) {
    MatchValues values = new MatchValues(fields, countries);
    return new Matcher(
        run,
        matching,
        new PartnerSearch(
            run.client(),
            fields,
            values,
            (key, partner) ->
                run.log()
                    .warn(
                        SyncEvent.RECORD_WARNING,
                        EntityType.CONTACT,
                        key,
                        FoundOutKind.passedOver(partner))),
        new RepeatedValues(intake, matching, values),
        own);
  }

  @Override
  public String toString() {
    return "contacts(matching=" + matching + ", " + options + ")";
  }
}
