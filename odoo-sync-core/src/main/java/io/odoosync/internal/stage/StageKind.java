package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.Failure;
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
import io.odoosync.internal.step.FollowUp;
import io.odoosync.internal.step.StepWalker;
import io.odoosync.source.SourceRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A kind of record as one stage of a run uses it.
 *
 * @param kind what the host configured
 * @param open what was looked up for the run
 * @param model its model on the server
 * @param intake what its source gives to the run
 * @param walker walks through what follows once a record is in Odoo
 * @param fit fits what its records map to to the server
 */
record StageKind<T extends SourceRecord>(
    RecordKind<T> kind,
    OpenKind<T> open,
    OdooModel model,
    Intake<T> intake,
    StepWalker<T, ?> walker,
    ServerFit fit) {

  /** By the one a record proves itself, by the other it is seen when it was changed. */
  private static final Map<String, Set<String>> TIMES =
      Map.of(OdooValues.CREATE_DATE, Set.of("datetime"), OdooValues.WRITE_DATE, Set.of("datetime"));

  static <T extends SourceRecord> StageKind<T> of(RunContext run, RecordKind<T> kind) {
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
    Intake<T> intake =
        new Intake<>(
            new Source<>(kind.type(), kind::records, kind.codec()), run.settings(), run.control());
    OpenKind<T> open = kind.open(run, model.fields(), intake);
    boolean linksOnly = run.settings().rules().linksOnly();
    StepWalker<T, ?> walker =
        linksOnly ? StepWalker.through(FollowUp.nothing()) : StepWalker.through(open.followUp());
    ServerFit fit =
        new ServerFit(model.name(), model.fields(), essential(kind, open), run.fields()::of);
    return new StageKind<>(kind, open, model, intake, walker, fit);
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
