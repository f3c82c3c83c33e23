package io.odoosync.internal.run;

import io.odoosync.Brakes;
import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.Following;
import io.odoosync.Forgotten;
import io.odoosync.HostTransactions;
import io.odoosync.LocalKey;
import io.odoosync.QuarantinedRecord;
import io.odoosync.internal.change.ChangeMemory;
import io.odoosync.internal.change.Hearsay;
import io.odoosync.internal.change.Scope;
import io.odoosync.internal.change.Waiting;
import io.odoosync.internal.exchange.KnownServer;
import io.odoosync.internal.exchange.Ownership;
import io.odoosync.internal.field.HostFault;
import io.odoosync.internal.log.RunLog;
import io.odoosync.internal.log.RunWatch;
import io.odoosync.internal.stage.Changes;
import io.odoosync.internal.stage.Kinds;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.stage.Stage;
import io.odoosync.internal.stage.Stages;
import io.odoosync.internal.state.CallTally;
import io.odoosync.internal.state.Memory;
import io.odoosync.internal.state.PlanDraft;
import io.odoosync.internal.state.PlanGate;
import io.odoosync.internal.state.Quarantine;
import io.odoosync.internal.state.RunControl;
import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.internal.state.Settings;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.CheckReport;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The runs of one engine: one at a time, under the lock that all nodes share. */
public final class Runs {

  private static final Failure BUSY =
      Failure.of(
          FailureCause.TRANSIENT,
          "already running: another run of this namespace is under way; this one did nothing");

  private static final Failure QUEUED =
      Failure.of(
          FailureCause.TRANSIENT,
          "queued: another run of this namespace is under way, and deals with these records before"
              + " it is over");

  private static final Failure QUEUED_HERE =
      Failure.of(
          FailureCause.TRANSIENT,
          "queued: another node's run is under way, which does not see this node's outbox; the next"
              + " run of this node deals with these records");

  private final Settings settings;
  private final Kinds kinds;
  private final TransactionRule rule;
  private final NewsDesk news;
  private final KeyWatch keys;
  private final KnownServer server;
  private final Waiting waiting;
  private final Hearsay hearsay;
  private final Alarms alarms = new Alarms();
  private final SafeLog out;
  private volatile @Nullable Long user;
  private final Turns turns;

  /**
   * Prepares for the runs of an engine.
   *
   * @param transactions finds the host's, inside which there are no runs
   */
  public Runs(Settings settings, Kinds kinds, HostTransactions transactions) {
    this.settings = settings;
    this.kinds = kinds;
    this.rule = new TransactionRule(transactions);
    this.news = new NewsDesk(settings);
    this.keys = new KeyWatch(settings);
    this.server =
        new KnownServer(settings.rules().serverKnownFor(), settings.environment()::nanoTime);
    this.waiting = new Waiting(settings);
    this.out = SafeLog.of(Runs.class, settings.redaction());
    this.turns = new Turns(settings, this::runEnded);
    this.hearsay = new Hearsay(settings, turns::isTaken, alarms::ring);
  }

  private void runEnded() {
    hearsay.runEnded();
  }

  /** Runs stages, unless a run is under way. */
  public SyncReport run(Set<EntityType> types, Brakes brakes) {
    return run(
        Optional.empty(),
        Job.ofAll("syncing " + types, brakes, run -> Stages.running(run, kinds, Scope.all(types))));
  }

  /**
   * Syncs some records. While a run is under way they are queued, and that run deals with them
   * before it is over.
   */
  public SyncReport sync(EntityType type, Collection<LocalKey> keys) {
    Scope scope = Scope.of(Map.of(type, keys));
    SyncReport report = run(scope);
    return report.status() == RunStatus.ALREADY_RUNNING ? queued(type, keys, report) : report;
  }

  /** Syncs what changed on either side since the last run, and what is to be tried again. */
  public SyncReport runChanges() {
    AtomicReference<Waiting.@Nullable Taken> taken = new AtomicReference<>();
    SyncReport report =
        once(
            Optional.empty(),
            Job.ofSome(
                "syncing what changed", settings.rules().brakes(), run -> changed(run, taken)));
    Waiting.Taken waited = taken.get();
    if (waited != null) {
      settle(waited, report);
    }
    return andWhatWaits(report);
  }

  private Stages changed(RunContext run, AtomicReference<Waiting.@Nullable Taken> holder) {
    Waiting.Taken before = holder.get();
    Waiting.Taken taken = before == null ? waiting.take(Waiting.MAX_TAKEN) : before;
    holder.set(taken);
    ChangeMemory memory = run.changes();
    Scope scope = new Changes(run, kinds, memory, () -> user(run)).find(taken.keys(kinds.types()));
    return Stages.running(run, kinds, scope, memory);
  }

  private void settle(Waiting.Taken taken, SyncReport report) {
    try {
      if (report.status() == RunStatus.COMPLETED) {
        taken.done(type -> isThrough(type, report));
      }
      taken.postpone();
    } catch (StageFailedException e) {
      out.warn("what was taken from the outbox comes again: {}", e.failure().toString(), e);
    }
  }

  /** Asked once an engine; 0 if Odoo does not tell. */
  private long user(RunContext run) {
    Long known = user;
    if (known == null) {
      known = run.directory().userId().orElse(0L);
      user = known;
    }
    return known;
  }

  private SyncReport run(Scope scope) {
    return run(
        Optional.empty(),
        Job.ofSome(
            "syncing " + scope,
            settings.rules().brakes(),
            run -> Stages.running(run, kinds, scope)));
  }

  /**
   * The run may have looked for queued records for the last time: then this one deals with them.
   */
  private SyncReport queued(EntityType type, Collection<LocalKey> keys, SyncReport skipped) {
    boolean sees = turns.isTaken() || waiting.isShared();
    try {
      waiting.add(type, keys);
    } catch (StageFailedException e) {
      return skipped.toBuilder()
          .status(RunStatus.STOPPED)
          .stopped(settings.outgoing().failure(e.failure()))
          .build();
    }
    return runWaiting()
        .orElseGet(() -> skipped.toBuilder().stopped(sees ? QUEUED : QUEUED_HERE).build());
  }

  /**
   * Deals with what waits in the outbox, as many records as are taken at a time, unless a run is
   * under way: that run sees to them.
   *
   * @return nothing if nothing was done
   */
  public Optional<SyncReport> runWaiting() {
    RunWatch watch = news.watch();
    SyncRun run = new SyncRun(settings, watch, keys, server);
    if (rule.broken().isPresent() || waiting() == 0) {
      return Optional.empty();
    }
    Optional<SyncReport> report = waited(run);
    report.ifPresent(done -> news.publish(done, watch));
    return report;
  }

  private Optional<SyncReport> waited(SyncRun run) {
    try {
      return turns.take(control -> waited(run, control)).flatMap(Function.identity());
    } catch (Turns.LockFailedException e) {
      return Optional.of(run.stopped(e.failure()));
    } catch (Throwable e) {
      return Optional.of(run.stopped(Ending.of(HostFault.reportable(e))));
    }
  }

  /** Taken under the lock, so that whoever holds that sees all that is free. */
  private Optional<SyncReport> waited(SyncRun run, RunControl control) {
    Waiting.Taken taken = waiting.take(Waiting.MAX_TAKEN);
    try {
      Scope scope = Scope.of(taken.keys(kinds.types()));
      if (scope.isEmpty()) {
        return Optional.empty();
      }
      SyncReport report =
          run.execute(
              control,
              Job.ofSome(
                  "syncing " + scope + " that changed",
                  settings.rules().brakes(),
                  context -> Stages.running(context, kinds, scope)));
      if (report.status() == RunStatus.COMPLETED) {
        taken.done(type -> isThrough(type, report));
      }
      return Optional.of(report);
    } finally {
      taken.postpone();
    }
  }

  private static boolean isThrough(EntityType type, SyncReport report) {
    return report.stage(type).filter(stage -> stage.failure() == null).isPresent();
  }

  /** What was queued while a run was under way is dealt with before its caller goes on. */
  private SyncReport andWhatWaits(SyncReport report) {
    boolean goesOn = report.status() == RunStatus.COMPLETED;
    while (goesOn) {
      goesOn = runWaiting().filter(done -> done.status() == RunStatus.COMPLETED).isPresent();
    }
    return report;
  }

  /**
   * Carries out a plan that is whole and not too old, unless a run is under way. Somebody has
   * looked at it: no brakes.
   */
  public SyncReport apply(SyncPlan plan) {
    PlanGate gate = new PlanGate(plan);
    return run(
        PlanAge.refusal(plan, settings),
        Job.ofAll(
            "carrying out a plan of " + plan.types(),
            Brakes.released(),
            run -> Stages.applying(run, kinds, plan.types(), gate)));
  }

  private SyncReport run(Optional<Failure> unfit, Job job) {
    return andWhatWaits(once(unfit, job));
  }

  private SyncReport once(Optional<Failure> unfit, Job job) {
    RunWatch watch = news.watch();
    SyncRun run = new SyncRun(settings, watch, keys, server);
    Optional<Failure> refusal = rule.broken();
    if (refusal.isPresent()) {
      return run.refused(refusal.get());
    } else if (unfit.isPresent()) {
      return run.stopped(unfit.get());
    }
    SyncReport report = report(run, job);
    news.publish(report, watch);
    return report;
  }

  private SyncReport report(SyncRun run, Job job) {
    try {
      return turns.take(control -> run.execute(control, job)).orElseGet(() -> run.skipped(BUSY));
    } catch (Turns.LockFailedException e) {
      return run.stopped(e.failure());
    } catch (Throwable e) {
      return run.stopped(Ending.of(HostFault.reportable(e)));
    }
  }

  /** Finds out what a run would do, and writes nothing anywhere. */
  public SyncPlan plan(Set<EntityType> types) {
    PlanDraft draft = new PlanDraft();
    String stopped = null;
    try {
      rule.broken().ifPresent(Runs::stop);
      plan(types, draft);
    } catch (Throwable e) {
      Ending ending = Ending.of(HostFault.reportable(e));
      out.warn("the plan is not complete: {}", ending.failure(), ending.thrown());
      stopped = settings.outgoing().failure(ending.failure()).toString();
    }
    return SyncPlan.builder(settings.namespace(), settings.clock().instant())
        .odoo(odoo())
        .types(types)
        .records(draft.records())
        .unchanged(draft.unchanged())
        .stopped(stopped)
        .build();
  }

  private void plan(Set<EntityType> types, PlanDraft draft) {
    Settings planning = settings.planning();
    CallTally calls = new CallTally();
    RunContext run =
        RunContext.of(
            planning,
            calls,
            new RunLog("plan", planning),
            RunControl.free(planning),
            server.askedAnew());
    try (calls;
        Stages stages = Stages.planning(run, kinds, types, draft)) {
      run.ownership().check(run.log());
      stages.requested().forEach(Stage::processAll);
    }
  }

  private static void stop(Failure failure) {
    throw new RunStoppedException(failure, null);
  }

  /** Finds out whether a run could work. Takes no lock and writes nothing. */
  public CheckReport check() {
    return new Preflight(settings, kinds, server.askedAnew()).check(kinds.types());
  }

  /** Cancels the run that is under way, if there is one. */
  public void cancel() {
    turns.cancel();
  }

  /** Cancels the run of this thread, if it has one under way. */
  public void cancelRunOf(Thread thread) {
    turns.cancelThatOf(thread);
  }

  /**
   * Notes what Odoo says was changed, for a run.
   *
   * @param written the records' {@code write_date}, if that was said
   * @return how many local records that is about
   */
  public int heard(String model, Collection<Long> ids, @Nullable Instant written) {
    Set<EntityType> types = EnumSet.copyOf(kinds.types());
    types.removeIf(type -> !type.model().equals(model));
    try {
      return types.isEmpty() ? 0 : hearsay.hear(types, ids, written);
    } catch (StageFailedException e) {
      throw settings.outgoing().exception(e.failure().toString(), e);
    }
  }

  /** Follows both sides in a thread of its own, until it is closed. */
  public Following follow(Duration pause, ThreadFactory threads) {
    return Follower.start(this, settings, alarms, pause, threads);
  }

  /** How many records wait in the outbox; none if it can't be read, which is logged. */
  long waiting() {
    try {
      return waiting.size();
    } catch (StageFailedException e) {
      out.warn("the outbox can't be read: {}", e.failure().toString(), e.getCause());
      return 0;
    }
  }

  /** Restores the links of some kinds. */
  public Map<EntityType, Long> rebuildLinks(Set<EntityType> types) {
    rule.require();
    try {
      return turns
          .take(control -> rebuilt(types, control))
          .orElseThrow(() -> new IllegalStateException(BUSY.reason()));
    } catch (StageFailedException e) {
      throw settings.outgoing().exception(e.failure().toString(), e);
    } catch (RunStoppedException e) {
      throw settings.outgoing().exception(e.failure().toString(), e);
    }
  }

  /** Whoever calls for it has another Odoo, or has lost what was known. */
  private Map<EntityType, Long> rebuilt(Set<EntityType> types, RunControl control) {
    server.forget();
    return new Rebuilding(settings, kinds, control).restore(types);
  }

  /** The Odoo of this engine, as a plan names it. */
  public String odoo() {
    return Ownership.odoo(settings.client().connection());
  }

  /** Erases what the stores have of a record, unless a run is under way. */
  public Forgotten forget(EntityType type, LocalKey key) {
    rule.require();
    try {
      return turns
          .take(control -> new Forgetting(settings, kinds, type, key).erase())
          .orElseThrow(() -> new IllegalStateException(BUSY.reason()));
    } catch (StageFailedException e) {
      throw settings.outgoing().exception(e.failure().toString(), e);
    }
  }

  /** Lists quarantined records. */
  public List<QuarantinedRecord> quarantined() {
    return remembered(Quarantine::all);
  }

  /** Releases records from quarantine. */
  public void release(EntityType type, Collection<LocalKey> keys) {
    remembered(
        quarantine -> {
          quarantine.release(type, keys);
          return true;
        });
  }

  private <R> R remembered(Function<Quarantine, R> use) {
    try {
      return use.apply(new Quarantine(new Memory(settings)));
    } catch (StageFailedException e) {
      throw settings.outgoing().exception(e.failure().toString(), e);
    }
  }
}
