package io.odoosync.internal.stage;

import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.compare.MappedFrom;
import io.odoosync.internal.compare.Planner;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.internal.field.RecordMapper;
import io.odoosync.internal.step.FollowUp;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A kind whose records are kept in step field by field, in both directions.
 *
 * @param mapper maps the records
 * @param mappedFields the fields that the default mapping sets, as far as a server has them
 * @param fields all fields that the model has on the server
 * @param planner decides about them
 * @param followUp what is left to do once they are in Odoo
 * @param preparer looks up in Odoo what records name that are about to be mapped
 * @param adopter looks for records that Odoo has already
 * @param keeper finds those of Odoo's records that must stay active, with the reason
 */
public record KeptInStep<T extends SourceRecord>(
    RecordMapper<T> mapper,
    List<String> mappedFields,
    ModelFields fields,
    Planner planner,
    FollowUp<T, ?> followUp,
    Consumer<Collection<T>> preparer,
    Function<Collection<T>, Map<LocalKey, OpenKind.Adoption>> adopter,
    Function<Collection<Long>, Map<Long, String>> keeper)
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
    Planner planner =
        new Planner(kind.type(), fields, mapper.pullable(), run.settings().rules().conflicts());
    return new KeptInStep<>(
        mapper,
        mappedFields,
        fields,
        planner,
        followUp,
        records -> {},
        records -> Map.of(),
        ids -> Map.of());
  }

  /** The same, looking for records that Odoo has already. */
  public KeptInStep<T> adopting(
      Function<Collection<T>, Map<LocalKey, OpenKind.Adoption>> otherAdopter) {
    return new KeptInStep<>(
        mapper, mappedFields, fields, planner, followUp, preparer, otherAdopter, keeper);
  }

  /** The same, looking up what records name that are about to be mapped. */
  public KeptInStep<T> preparing(Consumer<Collection<T>> otherPreparer) {
    return new KeptInStep<>(
        mapper, mappedFields, fields, planner, followUp, otherPreparer, adopter, keeper);
  }

  /** The same, with records in Odoo that must stay active. */
  public KeptInStep<T> keeping(Function<Collection<Long>, Map<Long, String>> otherKeeper) {
    return new KeptInStep<>(
        mapper, mappedFields, fields, planner, followUp, preparer, adopter, otherKeeper);
  }

  @Override
  public Map<Long, String> neverArchived(Collection<Long> odooIds) {
    return keeper.apply(odooIds);
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
  public Decision decide(
      T record, @Nullable Link link, @Nullable Mapping mapping, @Nullable OdooValues odoo) {
    Mapping known = Objects.requireNonNull(mapping);
    return known instanceof Mapping.Mapped mapped
        ? decide(record, link, mapped, odoo)
        : planner.decide(record, link, known, odoo);
  }

  private Decision decide(
      T record, @Nullable Link link, Mapping.Mapped mapped, @Nullable OdooValues odoo) {
    MappedFrom now = MappedFrom.of(record, mapped.fields(), fields);
    Base base = Base.parse(link == null ? null : link.base());
    if (base.mappedFrom().filter(now::equals).isPresent()) {
      return planner.decide(record, link, mapped, odoo);
    }
    Base carrying = base.mappedFrom(now);
    Decision decision =
        planner.decide(record, link == null ? null : carrying(link, carrying), mapped, odoo);
    return remembering(record, decision, carrying);
  }

  private static Link carrying(Link link, Base base) {
    return new Link(link.type(), link.key(), link.odooId(), base.text(), link.updatedAt());
  }

  /** What the host's record is now is remembered, also where nothing is done about it. */
  private Decision remembering(T record, Decision decision, Base carrying) {
    if (decision instanceof Decision.Create create) {
      return new Decision.Create(create.mapped(), intent(record, create.mapped()));
    } else if (decision instanceof Decision.Keep keep && keep.base() == null) {
      return new Decision.Keep(keep.odooId(), keep.left(), carrying);
    }
    return decision;
  }

  @Override
  public Base intent(T record, Mapping.Mapped mapped) {
    return Base.of(mapped.fields()).mappedFrom(MappedFrom.of(record, mapped.fields(), fields));
  }
}
