package io.odoosync.internal.stage;

import io.odoosync.Failure;
import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.compare.MappedFrom;
import io.odoosync.internal.compare.Planner;
import io.odoosync.internal.compare.Sharing;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.LeftOut;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A kind whose records are kept in step field by field, in both directions. What else it can do is
 * added before it is used.
 */
public final class KeptInStep<T extends SourceRecord> implements OpenKind<T> {

  private final RecordMapper<T> mapper;
  private final List<String> mappedFields;
  private final ModelFields fields;
  private final Planner planner;
  private final FollowUp<T, ?> followUp;
  private Consumer<Collection<T>> preparer = records -> {};
  private Function<Collection<T>, Map<LocalKey, Adoption>> adopter = records -> Map.of();
  private Function<Map<LocalKey, Link>, Map<LocalKey, Successor>> heirs = lost -> Map.of();
  private Supplier<List<Failure>> warner = List::of;
  private Function<Map<Long, Times>, Map<Long, String>> sideEffects = times -> Map.of();
  private Function<Collection<Long>, Map<Long, String>> keeper = ids -> Map.of();
  private Function<Collection<Long>, Map<Long, String>> guard = ids -> Map.of();
  private Veto<T> veto = Veto.none();
  private final Set<String> sharedBy;

  private KeptInStep(
      RecordMapper<T> mapper,
      List<String> mappedFields,
      ModelFields fields,
      Planner planner,
      FollowUp<T, ?> followUp,
      Set<String> sharedBy) {
    this.mapper = mapper;
    this.mappedFields = List.copyOf(mappedFields);
    this.fields = fields;
    this.planner = planner;
    this.followUp = followUp;
    this.sharedBy = Set.copyOf(sharedBy);
  }

  /**
   * For one run, with nothing added.
   *
   * @param fields all fields that the model has on the server
   * @param mapper maps the records
   * @param mappedFields the fields that the default mapping sets, as far as a server has them
   * @param followUp what is left to do once they are in Odoo
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
            kind.type(),
            fields,
            mapper.pullable(),
            rules.conflicts(),
            sharing,
            rules.linksOnly(),
            kind.requiredFields());
    return new KeptInStep<>(mapper, mappedFields, fields, planner, followUp, sharing.readAlong());
  }

  /** Adds what looks for records that Odoo has already. */
  public KeptInStep<T> adopting(Function<Collection<T>, Map<LocalKey, Adoption>> added) {
    this.adopter = added;
    return this;
  }

  /** Adds what looks up in Odoo what records name that are about to be mapped. */
  public KeptInStep<T> preparing(Consumer<Collection<T>> added) {
    this.preparer = added;
    return this;
  }

  /** Adds what finds out what became of records that are gone. */
  public KeptInStep<T> following(Function<Map<LocalKey, Link>, Map<LocalKey, Successor>> added) {
    this.heirs = added;
    return this;
  }

  /** Adds what tells what keeps people from seeing the records. */
  public KeptInStep<T> warning(Supplier<List<Failure>> added) {
    this.warner = added;
    return this;
  }

  /** Adds what finds out what may have moved the time at which Odoo wrote a record. */
  public KeptInStep<T> noticing(Function<Map<Long, Times>, Map<Long, String>> added) {
    this.sideEffects = added;
    return this;
  }

  /** Adds what finds those of Odoo's records that must stay active, with the reason. */
  public KeptInStep<T> keeping(Function<Collection<Long>, Map<Long, String>> added) {
    this.keeper = added;
    return this;
  }

  /** Adds what tells which of Odoo's records belong to Odoo itself, to leave them alone. */
  public KeptInStep<T> guardedBy(Function<Collection<Long>, Map<Long, String>> added) {
    this.guard = added;
    return this;
  }

  /** Adds what looks at values before they are written. */
  public KeptInStep<T> vetoedBy(Veto<T> added) {
    this.veto = added;
    return this;
  }

  @Override
  public RecordMapper<T> mapper() {
    return mapper;
  }

  @Override
  public List<String> mappedFields() {
    return mappedFields;
  }

  @Override
  public FollowUp<T, ?> followUp() {
    return followUp;
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
  public Map<Long, String> sideEffects(Map<Long, Times> times) {
    return sideEffects.apply(times);
  }

  @Override
  public Map<Long, String> neverArchived(Collection<Long> odooIds) {
    return keeper.apply(odooIds);
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
    Mapping known = Objects.requireNonNull(mapping);
    Decision decision =
        known instanceof Mapping.Mapped mapped
            ? decide(record, link, mapped, odoo)
            : planner.decide(record, link, known, odoo);
    return vetoed(record, decision)
        .orElseGet(() -> decision instanceof Decision.Update update ? completed(update) : decision);
  }

  private Optional<Decision> vetoed(T record, Decision decision) {
    Optional<Failure> failure = Optional.empty();
    if (decision instanceof Decision.Create create) {
      failure = veto.of(record, create.mapped().fields(), FieldValues.builder().build());
    } else if (decision instanceof Decision.Update update) {
      failure = veto.of(record, update.push(), update.odoo().values());
    }
    return failure.map(Decision.Reject::new);
  }

  private Decision decide(
      T record, @Nullable Link link, Mapping.Mapped mapped, @Nullable OdooValues odoo) {
    MappedFrom now = MappedFrom.of(record, mapped.fields(), fields);
    Base stored = Base.parse(link == null ? null : link.base());
    Base base = stored.inTermsOf(fields).lacking(untaken(stored, mapped));
    if (base.equals(stored) && base.mappedFrom().filter(now::equals).isPresent()) {
      return planner.decide(record, link, mapped, odoo);
    }
    Base carrying = base.mappedFrom(now);
    Decision decision =
        planner.decide(record, link == null ? null : carrying(link, carrying), mapped, odoo);
    return remembering(record, decision, carrying);
  }

  /** The fields that were agreed on and that this server does not take, or not with such values. */
  private Set<String> untaken(Base base, Mapping.Mapped mapped) {
    Set<String> untaken = new TreeSet<>(base.fields());
    untaken.removeAll(mapped.fields().byField().keySet());
    Set<String> leftOut = mapped.leftOut().stream().map(LeftOut::field).collect(Collectors.toSet());
    untaken.removeIf(field -> fields.takes(field) && !leftOut.contains(field));
    return untaken;
  }

  private static Link carrying(Link link, Base base) {
    return new Link(
        link.type(), link.key(), link.odooId(), base.text(), link.updatedAt(), link.createdAt());
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

  private Decision completed(Decision.Update update) {
    return update.pushing(
        mapper.alongside(update.mapped().fields(), update.push(), update.odoo().values()));
  }

  @Override
  public Base intent(T record, Mapping.Mapped mapped) {
    return Base.of(mapped).mappedFrom(MappedFrom.of(record, mapped.fields(), fields));
  }
}
