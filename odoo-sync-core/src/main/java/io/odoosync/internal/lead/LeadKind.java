package io.odoosync.internal.lead;

import io.odoosync.CrmOptions;
import io.odoosync.EntityType;
import io.odoosync.FieldMapping;
import io.odoosync.LocalKey;
import io.odoosync.internal.exchange.OdooModel;
import io.odoosync.internal.field.Dependency;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.intake.Intake;
import io.odoosync.internal.intake.spool.RecordCodec;
import io.odoosync.internal.stage.KeptInStep;
import io.odoosync.internal.stage.OpenKind;
import io.odoosync.internal.stage.RecordKind;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.odoo.Domain;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelChange;
import io.odoosync.source.TravelSource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Travels, which become leads and opportunities.
 *
 * @param source where the host's travels come from
 * @param mapping the host's own mapping
 * @param options how travels appear in the sales pipeline
 */
public record LeadKind(TravelSource source, FieldMapping<Travel> mapping, CrmOptions options)
    implements RecordKind<Travel> {

  @Override
  public EntityType type() {
    return EntityType.TRAVEL;
  }

  @Override
  public String right() {
    return "Sales / User: All Documents";
  }

  @Override
  public List<String> requiredFields() {
    return TravelMapper.REQUIRED_FIELDS;
  }

  /** Their form shows it to nobody, but it is how Odoo itself converts a lead. */
  @Override
  public Set<String> takenThoughReadonly() {
    return Set.of("date_conversion");
  }

  @Override
  public List<String> identifyingFields() {
    return List.of("name", "partner_id", "email_from", "expected_revenue", "date_deadline");
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
  public Stream<Dependency> dependenciesOf(Travel travel) {
    return Stream.ofNullable(TravelMapper.customer(travel));
  }

  @Override
  public Stream<Travel> records() {
    return source.travels();
  }

  @Override
  public Optional<Stream<Travel>> changedSince(Instant since) {
    return source.changedSince(since);
  }

  @Override
  public RecordCodec<Travel> codec() {
    return new TravelCodec();
  }

  @Override
  public Collection<Travel> find(Collection<LocalKey> keys) {
    return source.find(keys);
  }

  @Override
  public List<String> rememberedAs(LocalKey key) {
    return List.of(LeadMemory.name(key));
  }

  @Override
  public void apply(long odooId, Travel before, Travel after) {
    source.apply(TravelChange.of(odooId, before, after));
  }

  @Override
  public OpenKind<Travel> open(RunContext run, ModelFields fields, Intake<Travel> intake) {
    run.fields().require(type().model(), LeadReader.VITAL);
    run.fields().requireTypes(type().model(), LeadReader.OPTIONAL);
    CrmDirectory crm = new CrmDirectory(run.client(), options);
    TravelMapper mapper = new TravelMapper(fields, run.directory().companyCurrency(), crm, mapping);
    LeadFollowUp followUp = LeadFollowUp.of(run, crm, fields, new SharedLeads(run, source));
    return KeptInStep.sharing(
            run, this, fields, mapper, TravelMapper.FIELDS, followUp, new CustomersContact(fields))
        .preparing(crm::prepare)
        .following(new MergedLeads(run)::find)
        .warning(() -> LeadsInSight.warnings(run.directory(), fields))
        .noticing(new LeadsOfCustomers(run.client())::sideEffects);
  }

  @Override
  public String toString() {
    return "travels(crm=" + options + ")";
  }
}
