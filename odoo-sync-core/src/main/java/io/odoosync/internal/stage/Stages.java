package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.internal.change.ChangeMemory;
import io.odoosync.internal.change.Ledger;
import io.odoosync.internal.change.Mark;
import io.odoosync.internal.change.Scope;
import io.odoosync.internal.state.PlanDraft;
import io.odoosync.internal.state.PlanGate;
import io.odoosync.report.StageReport;
import io.odoosync.source.SourceRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
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
  private final Scope scope;
  private final Callers callers;
  private boolean keepsLedger;
  private final ChangeMemory memory;
  private final Ledger ledger;
  private final Standing standing;
  private final DependencyResolver dependencies;
  private final Map<EntityType, Stage<?>> byType = new EnumMap<>(EntityType.class);

  private Stages(RunContext run, Scope scope, ChangeMemory memory) {
    this.run = run;
    this.scope = scope;
    this.memory = memory;
    this.ledger = new Ledger(scope, memory);
    this.standing = new Standing(ledger);
    this.callers = new Callers(run, type -> Optional.ofNullable(byType.get(type)));
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
  public static Stages running(RunContext run, Kinds kinds, Scope scope) {
    return running(run, kinds, scope, run.changes());
  }

  /** The same, once it was looked what changed. */
  public static Stages running(RunContext run, Kinds kinds, Scope scope, ChangeMemory memory) {
    return new Stages(run, scope, memory).opened(kinds, new Running());
  }

  /** For a run that does what was planned, and nothing else. */
  public static Stages applying(RunContext run, Kinds kinds, Set<EntityType> types, PlanGate gate) {
    return new Stages(run, Scope.all(types), run.changes()).opened(kinds, new Applying(gate));
  }

  /**
   * For what only plans.
   *
   * @param draft takes what a run would do
   */
  public static Stages planning(
      RunContext run, Kinds kinds, Set<EntityType> types, PlanDraft draft) {
    return new Stages(run, Scope.all(types), run.changes()).opened(kinds, new Planning(draft));
  }

  private Stages opened(Kinds kinds, Purpose purpose) {
    keepsLedger = purpose.keepsLedger();
    if (scope.types().stream().anyMatch(scope::isWhole)) {
      run.server().askForFields();
    }
    PolicyFields policy = new PolicyFields(run, kinds);
    for (EntityType type : kinds.withDependencies(scope.types())) {
      kinds.of(type).ifPresent(kind -> byType.put(type, open(kind, purpose, policy)));
    }
    policy.check();
    return this;
  }

  private <T extends SourceRecord> Stage<T> open(
      RecordKind<T> recordKind, Purpose purpose, PolicyFields policy) {
    StageKind<T> kind = StageKind.of(run, recordKind, scope);
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
        tally,
        purpose.between(this));
  }

  /** The stages that were asked for. */
  public List<Stage<?>> requested() {
    List<Stage<?>> stages = new ArrayList<>(byType.values());
    stages.removeIf(stage -> !scope.types().contains(stage.type()));
    return stages;
  }

  /** Remembers what the run is about, before anything is done. Asks Odoo what time it is there. */
  public void begin() {
    if (keepsLedger) {
      Map<EntityType, Mark> marks = new EnumMap<>(EntityType.class);
      requested().stream()
          .filter(Stage::isWhole)
          .forEach(stage -> marks.put(stage.type(), stage.mark(memory.lastMark(stage.type()))));
      ledger.begin(marks);
    }
  }

  /**
   * Remembers what is left to do. A second call does nothing.
   *
   * @param isComplete whether the run came to its end
   */
  public void end(boolean isComplete) {
    Set<EntityType> done = EnumSet.noneOf(EntityType.class);
    done.addAll(scope.types());
    done.removeIf(type -> !isComplete || !isDone(type));
    ledger.end(done);
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
        .filter(stage -> scope.types().contains(stage.type()) || !stage.tally().isEmpty())
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

    /** Whether later runs may rely on what this one has looked at. */
    default boolean keepsLedger() {
      return false;
    }

    /** What is done between two batches. */
    default Runnable between(Stages stages) {
      return () -> {};
    }
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

    @Override
    public boolean keepsLedger() {
      return true;
    }

    @Override
    public Runnable between(Stages stages) {
      return stages.callers;
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
