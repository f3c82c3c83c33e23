package io.odoosync.internal.stage;

import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.compare.Planner;
import io.odoosync.internal.compare.Sharing;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.internal.field.RecordMapper;
import io.odoosync.internal.state.Settings;
import io.odoosync.internal.step.FollowUp;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A kind whose records are kept in step field by field, in both directions.
 *
 * @param mapper maps the records
 * @param mappedFields the fields that the default mapping sets, as far as a server has them
 * @param planner decides about them
 * @param followUp what is left to do once they are in Odoo
 * @param preparer looks up in Odoo what records name that are about to be mapped
 * @param adopter looks for records that Odoo has already
 * @param guard tells which records belong to Odoo itself
 * @param sharedBy the fields that tell what a record only shares
 */
public record KeptInStep<T extends SourceRecord>(
    RecordMapper<T> mapper,
    List<String> mappedFields,
    Planner planner,
    FollowUp<T, ?> followUp,
    Consumer<Collection<T>> preparer,
    Function<Collection<T>, Map<LocalKey, OpenKind.Adoption>> adopter,
    Function<Collection<Long>, Map<Long, String>> guard,
    Set<String> sharedBy)
    implements OpenKind<T> {

  /**
   * For one run, without looking anything up for a batch.
   *
   * @param fields all fields that the model has on the server
   */
  public static <T extends SourceRecord> KeptInStep<T> of(
      RunContext run,
      RecordKind<T> kind,
      ModelFields fields,
      RecordMapper<T> mapper,
      List<String> mappedFields,
      FollowUp<T, ?> followUp) {
    return sharing(run, kind, fields, mapper, mappedFields, followUp, Sharing.NOTHING);
  }

  /**
   * The same for a model whose records share fields with each other.
   *
   * @param sharing tells which fields a record only shares
   */
  public static <T extends SourceRecord> KeptInStep<T> sharing(
      RunContext run,
      RecordKind<T> kind,
      ModelFields fields,
      RecordMapper<T> mapper,
      List<String> mappedFields,
      FollowUp<T, ?> followUp,
      Sharing sharing) {
    Settings.Rules rules = run.settings().rules();
    Planner planner =
        new Planner(
            kind.type(), fields, mapper.pullable(), rules.conflicts(), sharing, rules.linksOnly());
    return new KeptInStep<>(
        mapper,
        mappedFields,
        planner,
        followUp,
        records -> {},
        records -> Map.of(),
        ids -> Map.of(),
        sharing.readAlong());
  }

  /** The same, looking for records that Odoo has already. */
  public KeptInStep<T> adopting(
      Function<Collection<T>, Map<LocalKey, OpenKind.Adoption>> otherAdopter) {
    return new KeptInStep<>(
        mapper, mappedFields, planner, followUp, preparer, otherAdopter, guard, sharedBy);
  }

  /** The same, leaving records alone that belong to Odoo itself. */
  public KeptInStep<T> guardedBy(Function<Collection<Long>, Map<Long, String>> otherGuard) {
    return new KeptInStep<>(
        mapper, mappedFields, planner, followUp, preparer, adopter, otherGuard, sharedBy);
  }

  /** The same, looking up what records name that are about to be mapped. */
  public KeptInStep<T> preparing(Consumer<Collection<T>> otherPreparer) {
    return new KeptInStep<>(
        mapper, mappedFields, planner, followUp, otherPreparer, adopter, guard, sharedBy);
  }

  @Override
  public void prepare(Collection<T> records) {
    preparer.accept(records);
  }

  @Override
  public Map<LocalKey, Adoption> adopt(Collection<T> records) {
    return adopter.apply(records);
  }

  @Override
  public Map<Long, String> untouchable(Collection<Long> odooIds) {
    return guard.apply(odooIds);
  }

  @Override
  public Set<String> readAlong() {
    Set<String> all = new TreeSet<>(followUp.fields());
    all.addAll(sharedBy);
    return all;
  }

  @Override
  public Decision decide(
      T record, @Nullable Link link, @Nullable Mapping mapping, @Nullable OdooValues odoo) {
    return planner.decide(record, link, Objects.requireNonNull(mapping), odoo);
  }

  @Override
  public Base intent(T record, Mapping.Mapped mapped) {
    return Base.of(mapped.fields());
  }
}
