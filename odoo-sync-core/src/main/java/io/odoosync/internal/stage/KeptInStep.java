package io.odoosync.internal.stage;

import io.odoosync.Failure;
import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.compare.Decision;
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
import java.util.function.Supplier;
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
 * @param heirs finds out what became of records that are gone
 * @param warner tells what keeps people from seeing them
 * @param sideEffects finds out what may have moved the time at which Odoo wrote a record
 */
public record KeptInStep<T extends SourceRecord>(
    RecordMapper<T> mapper,
    List<String> mappedFields,
    Planner planner,
    FollowUp<T, ?> followUp,
    Consumer<Collection<T>> preparer,
    Function<Collection<T>, Map<LocalKey, OpenKind.Adoption>> adopter,
    Function<Map<LocalKey, Link>, Map<LocalKey, OpenKind.Successor>> heirs,
    Supplier<List<Failure>> warner,
    Function<Map<Long, OpenKind.Times>, Map<Long, String>> sideEffects)
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
        planner,
        followUp,
        records -> {},
        records -> Map.of(),
        lost -> Map.of(),
        List::of,
        written -> Map.of());
  }

  /** The same, looking for records that Odoo has already. */
  public KeptInStep<T> adopting(
      Function<Collection<T>, Map<LocalKey, OpenKind.Adoption>> otherAdopter) {
    return new KeptInStep<>(
        mapper,
        mappedFields,
        planner,
        followUp,
        preparer,
        otherAdopter,
        heirs,
        warner,
        sideEffects);
  }

  /** The same, looking up what records name that are about to be mapped. */
  public KeptInStep<T> preparing(Consumer<Collection<T>> otherPreparer) {
    return new KeptInStep<>(
        mapper, mappedFields, planner, followUp, otherPreparer, adopter, heirs, warner, sideEffects);
  }

  /** The same, finding out what became of records that are gone. */
  public KeptInStep<T> following(
      Function<Map<LocalKey, Link>, Map<LocalKey, OpenKind.Successor>> otherHeirs) {
    return new KeptInStep<>(
        mapper, mappedFields, planner, followUp, preparer, adopter, otherHeirs, warner, sideEffects);
  }

  /** The same, telling what keeps people from seeing the records. */
  public KeptInStep<T> warning(Supplier<List<Failure>> otherWarner) {
    return new KeptInStep<>(
        mapper, mappedFields, planner, followUp, preparer, adopter, heirs, otherWarner, sideEffects);
  }

  /** The same, finding out what may have moved the time at which Odoo wrote a record. */
  public KeptInStep<T> noticing(
      Function<Map<Long, OpenKind.Times>, Map<Long, String>> otherSideEffects) {
    return new KeptInStep<>(
        mapper, mappedFields, planner, followUp, preparer, adopter, heirs, warner, otherSideEffects);
  }

  @Override
  public Map<Long, String> sideEffects(Map<Long, OpenKind.Times> times) {
    return sideEffects.apply(times);
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
  public Map<LocalKey, Successor> successors(Map<LocalKey, Link> lost) {
    return heirs.apply(lost);
  }

  @Override
  public List<Failure> warnings() {
    return warner.get();
  }

  @Override
  public Decision decide(
      T record, @Nullable Link link, @Nullable Mapping mapping, @Nullable OdooValues odoo) {
    Decision decision = planner.decide(record, link, Objects.requireNonNull(mapping), odoo);
    return decision instanceof Decision.Update update ? completed(update) : decision;
  }

  private Decision completed(Decision.Update update) {
    return update.pushing(
        mapper.alongside(update.mapped().fields(), update.push(), update.odoo().values()));
  }

  @Override
  public Base intent(T record, Mapping.Mapped mapped) {
    return Base.of(mapped);
  }
}
