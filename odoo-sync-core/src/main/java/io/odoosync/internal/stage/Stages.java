package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.internal.state.PlanDraft;
import io.odoosync.internal.state.PlanGate;
import io.odoosync.report.StageReport;
import io.odoosync.source.SourceRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The stages of one run or plan in their order, and those that only serve them. Building it reads
 * all that mapping needs to know of the server, so whatever is missing there stops the run before
 * the first write.
 */
public final class Stages implements AutoCloseable {

  private final RunContext run;
  private final Set<EntityType> requested;
  private final Standing standing = new Standing();
  private final DependencyResolver dependencies;
  private final Map<EntityType, Stage<?>> byType = new EnumMap<>(EntityType.class);

  private Stages(RunContext run, Set<EntityType> requested) {
    this.run = run;
    this.requested = requested;
    this.dependencies =
        new DependencyResolver(
            run.identity(), standing, type -> Optional.ofNullable(byType.get(type)));
  }

  /**
   * Looks up all that a run would need to know of a kind, and what keeps people from seeing its
   * records. Whatever is missing on the server is thrown as by a run.
   *
   * @param policy learns the fields of the kind
   */
  public static List<Failure> warnings(RunContext run, RecordKind<?> kind, PolicyFields policy) {
    StageKind<?> opened = StageKind.of(run, kind);
    policy.opened(opened);
    List<Failure> warnings = new ArrayList<>(opened.untaken());
    warnings.addAll(opened.open().warnings());
    return warnings;
  }

  /** For a run, which does what it decides. */
  public static Stages running(RunContext run, Kinds kinds, Set<EntityType> types) {
    return new Stages(run, types).opened(kinds, new Running());
  }

  /** For a run that does what was planned, and nothing else. */
  public static Stages applying(RunContext run, Kinds kinds, Set<EntityType> types, PlanGate gate) {
    return new Stages(run, types).opened(kinds, new Applying(gate));
  }

  /**
   * For what only plans.
   *
   * @param draft takes what a run would do
   */
  public static Stages planning(
      RunContext run, Kinds kinds, Set<EntityType> types, PlanDraft draft) {
    return new Stages(run, types).opened(kinds, new Planning(draft));
  }

  private Stages opened(Kinds kinds, Purpose purpose) {
    PolicyFields policy = new PolicyFields(run, kinds);
    for (EntityType type : kinds.withDependencies(requested)) {
      kinds.of(type).ifPresent(kind -> byType.put(type, open(kind, purpose, policy)));
    }
    policy.check();
    return this;
  }

  private <T extends SourceRecord> Stage<T> open(
      RecordKind<T> recordKind, Purpose purpose, PolicyFields policy) {
    StageKind<T> kind = StageKind.of(run, recordKind);
    policy.opened(kind);
    StageTally tally = new StageTally(kind.type());
    FirstLook<T> look = new FirstLook<>(kind, run);
    BatchDecider<T> decider = new BatchDecider<>(kind, run, dependencies, look);
    return new Stage<>(
        kind,
        run,
        look,
        purpose.work(this, kind, decider, tally),
        new GoneRecords<>(kind, run, purpose.gone(this, tally)),
        standing,
        tally);
  }

  /** The stages that were asked for. */
  public List<Stage<?>> requested() {
    List<Stage<?>> stages = new ArrayList<>(byType.values());
    stages.removeIf(stage -> !requested.contains(stage.type()));
    return stages;
  }

  /** Drops what the sources gave. */
  @Override
  public void close() {
    byType.values().forEach(Stage::close);
  }

  /** Whether a stage came to its end. */
  public boolean isDone(EntityType type) {
    Stage<?> stage = byType.get(type);
    return stage != null && !stage.tally().hasFailed();
  }

  /** What the stages did, also those that only served others. */
  public List<StageReport> reports() {
    return byType.values().stream()
        .filter(stage -> requested.contains(stage.type()) || !stage.tally().isEmpty())
        .map(this::report)
        .toList();
  }

  private StageReport report(Stage<?> stage) {
    return stage.tally().report().toBuilder().notices(run.notices().of(stage.type())).build();
  }

  /** What is done with what is decided. */
  private interface Purpose {
    <T extends SourceRecord> BatchWork<T> work(
        Stages stages, StageKind<T> kind, Decider<T> decider, StageTally tally);

    GoneWork gone(Stages stages, StageTally tally);
  }

  private record Running() implements Purpose {
    @Override
    public <T extends SourceRecord> BatchWork<T> work(
        Stages stages, StageKind<T> kind, Decider<T> decider, StageTally tally) {
      return new RunWork<>(kind, stages.run, decider, tally, stages.standing);
    }

    @Override
    public GoneWork gone(Stages stages, StageTally tally) {
      return new GoneRun(stages.run, tally, planned -> true);
    }
  }

  private record Applying(PlanGate gate) implements Purpose {
    @Override
    public <T extends SourceRecord> BatchWork<T> work(
        Stages stages, StageKind<T> kind, Decider<T> decider, StageTally tally) {
      Decider<T> gated =
          new GatedDecider<>(decider, gate, new PlanView<>(kind, stages.run.settings().outgoing()));
      return new RunWork<>(kind, stages.run, gated, tally, stages.standing);
    }

    @Override
    public GoneWork gone(Stages stages, StageTally tally) {
      return new GoneRun(stages.run, tally, gate::allows);
    }
  }

  private record Planning(PlanDraft draft) implements Purpose {
    @Override
    public <T extends SourceRecord> BatchWork<T> work(
        Stages stages, StageKind<T> kind, Decider<T> decider, StageTally tally) {
      return new PlanWork<>(kind, stages.run, decider, draft, stages.standing);
    }

    @Override
    public GoneWork gone(Stages stages, StageTally tally) {
      return new GonePlan(draft);
    }
  }
}
