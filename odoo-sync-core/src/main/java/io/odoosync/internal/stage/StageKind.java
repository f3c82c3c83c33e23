package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.internal.change.Scope;
import io.odoosync.internal.compare.Likeness;
import io.odoosync.internal.exchange.OdooModel;
import io.odoosync.internal.field.Dependencies;
import io.odoosync.internal.field.Dependency;
import io.odoosync.internal.field.LeftOut;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.internal.field.ServerFit;
import io.odoosync.internal.intake.Intake;
import io.odoosync.internal.intake.Source;
import io.odoosync.internal.intake.SourceLookup;
import io.odoosync.internal.step.FollowUp;
import io.odoosync.internal.step.StepWalker;
import io.odoosync.source.SourceRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A kind of record as one stage of a run uses it.
 *
 * @param kind what the host configured
 * @param open what was looked up for the run
 * @param model its model on the server
 * @param scope which of its records the run deals with
 * @param intake those of them that its source gives
 * @param all all that its source gives, for what must know that; read when it is asked for
 * @param walker walks through what follows once a record is in Odoo
 * @param fit fits what its records map to to the server
 */
record StageKind<T extends SourceRecord>(
    RecordKind<T> kind,
    OpenKind<T> open,
    OdooModel model,
    Scope scope,
    Intake<T> intake,
    Intake<T> all,
    StepWalker<T, ?> walker,
    ServerFit fit) {

  /** By the one a record proves itself, by the other it is seen when it was changed. */
  private static final Map<String, Set<String>> TIMES =
      Map.of(OdooValues.CREATE_DATE, Set.of("datetime"), OdooValues.WRITE_DATE, Set.of("datetime"));

  /** For what looks at the kind rather than at its records. */
  static <T extends SourceRecord> StageKind<T> of(RunContext run, RecordKind<T> kind) {
    return of(run, kind, Scope.all(Set.of(kind.type())));
  }

  static <T extends SourceRecord> StageKind<T> of(RunContext run, RecordKind<T> kind, Scope scope) {
    OdooModel model =
        new OdooModel(
            kind.type(),
            run.directory()
                .usableModel(
                    kind.type().model(),
                    kind.requiredFields(),
                    kind.takenThoughReadonly(),
                    kind.right()),
            kind.ours());
    run.fields().require(model.name(), TIMES);
    Intake<T> all = intake(run, kind, kind::records);
    OpenKind<T> open = kind.open(run, model.fields(), all);
    boolean linksOnly = run.settings().rules().linksOnly();
    StepWalker<T, ?> walker =
        linksOnly ? StepWalker.through(FollowUp.nothing()) : StepWalker.through(open.followUp());
    ServerFit fit =
        new ServerFit(model.name(), model.fields(), essential(kind, open), run.fields()::of);
    return new StageKind<>(
        kind, open, model, scope, scoped(run, kind, scope, all), all, walker, fit);
  }

  private static <T extends SourceRecord> Intake<T> scoped(
      RunContext run, RecordKind<T> kind, Scope scope, Intake<T> all) {
    SourceLookup<T> lookup = new SourceLookup<>(kind.type(), kind::find);
    int batchSize = run.settings().batchSize(kind.type());
    return scope
        .keys(kind.type())
        .map(keys -> intake(run, kind, () -> lookup.stream(keys, batchSize)))
        .orElse(all);
  }

  private static <T extends SourceRecord> Intake<T> intake(
      RunContext run, RecordKind<T> kind, Supplier<Stream<T>> records) {
    return new Intake<>(
        new Source<>(kind.type(), records, kind.codec()), run.settings(), run.control());
  }

  /** Whether the run deals with all that the source gives. */
  boolean isWhole() {
    return scope.keys(type()).isEmpty();
  }

  /** Drops what the source gave. */
  void close() {
    intake.close();
    all.close();
  }

  /**
   * Of what is required it is known by now that it is there, but not that its type fits. What is
   * left out of a record that is sent once is lost for good.
   */
  private static Set<String> essential(RecordKind<?> kind, OpenKind<?> open) {
    Set<String> all = new TreeSet<>(kind.essentialFields());
    List<String> own = kind.sentOnce() ? open.mappedFields() : kind.requiredFields();
    own.forEach(field -> all.add(kind.type().model() + "." + field));
    return all;
  }

  /** What a record maps to, as far as the server takes it. */
  Mapping map(T source, Dependencies dependencies) {
    return fit.fit(open.mapper().map(source, dependencies));
  }

  /** A record as if all that it waits for were there: what it refers to does not count. */
  Mapping mapAlone(T source) {
    Set<Dependency> all = kind.dependenciesOf(source).collect(Collectors.toSet());
    return map(source, new Dependencies(Map.of(), Map.of(), all));
  }

  /** The fields whose values are looked at of records that map to this. */
  Set<String> named(Collection<Mapping> mappings) {
    Set<String> names = model.fields().among(kind.identifyingFields());
    Set<String> all = new TreeSet<>(names);
    if (!kind.sentOnce()) {
      all.addAll(open.mapper().readAlong());
    }
    for (Mapping mapping : mappings) {
      if (mapping instanceof Mapping.Mapped mapped) {
        all.addAll(mapped.fields().byField().keySet());
      }
    }
    return all;
  }

  /** The fields that the default mapping sets and that this server does not take. */
  List<Failure> untaken() {
    return open.mappedFields().stream()
        .filter(field -> !kind.optionalFields().contains(field))
        .flatMap(field -> LeftOut.of(model.name(), field, model.fields()).stream())
        .map(LeftOut::warning)
        .toList();
  }

  /** Tells whether a record in Odoo can be the host's. */
  Likeness likeness() {
    return new Likeness(kind.identifyingFields(), model.fields());
  }

  EntityType type() {
    return kind.type();
  }
}
