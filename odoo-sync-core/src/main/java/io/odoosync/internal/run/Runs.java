package io.odoosync.internal.run;

import io.odoosync.Brakes;
import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.Forgotten;
import io.odoosync.HostTransactions;
import io.odoosync.LocalKey;
import io.odoosync.QuarantinedRecord;
import io.odoosync.internal.exchange.Identity;
import io.odoosync.internal.exchange.LinkRebuilder;
import io.odoosync.internal.exchange.OdooModel;
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
import io.odoosync.internal.state.ChangeMemory;
import io.odoosync.internal.state.Interruptions;
import io.odoosync.internal.state.LinkPages;
import io.odoosync.internal.state.Links;
import io.odoosync.internal.state.Memory;
import io.odoosync.internal.state.PlanDraft;
import io.odoosync.internal.state.PlanGate;
import io.odoosync.internal.state.Quarantine;
import io.odoosync.internal.state.RunControl;
import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.internal.state.Scope;
import io.odoosync.internal.state.Settings;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.internal.state.Waiting;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.odoo.OdooClient;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.CheckReport;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import io.odoosync.store.RunLock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
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
  private final Waiting waiting;
  private final SafeLog out;
  private volatile @Nullable Long user;
  private final AtomicReference<@Nullable RunControl> current = new AtomicReference<>();

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
    this.waiting = new Waiting(settings);
    this.out = SafeLog.of(Runs.class, settings.redaction());
  }

  /** Runs stages, unless a run is under way. */
  public SyncReport run(Set<EntityType> types, Brakes brakes) {
    return run(
        Optional.empty(),
        brakes,
        "syncing " + types,
        run -> Stages.running(run, kinds, Scope.all(types)));
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
            settings.rules().brakes(),
            "syncing what changed",
            run -> changed(run, taken));
    Waiting.Taken waited = taken.get();
    if (waited != null) {
      settle(waited, report);
    }
    return andWhatWaits(report);
  }

  private Stages changed(RunContext run, AtomicReference<Waiting.@Nullable Taken> holder) {
    Waiting.Taken taken = waiting.take(Waiting.MAX_TAKEN);
    holder.set(taken);
    ChangeMemory memory = new ChangeMemory(run.memory());
    Scope scope =
        new Changes(run, kinds, memory, () -> user(run)).find(taken.keys(kinds.types()));
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
        settings.rules().brakes(),
        "syncing " + scope,
        run -> Stages.running(run, kinds, scope));
  }

  /** The run may have looked for queued records for the last time: then this one deals with them. */
  private SyncReport queued(EntityType type, Collection<LocalKey> keys, SyncReport skipped) {
    boolean sees = current.get() != null || waiting.isShared();
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
    SyncRun run = new SyncRun(settings, watch, keys);
    if (rule.broken().isPresent() || hasNothingWaiting()) {
      return Optional.empty();
    }
    Optional<SyncReport> report = waited(run);
    report.ifPresent(done -> news.publish(done, watch));
    return report;
  }

  private boolean hasNothingWaiting() {
    try {
      return waiting.isEmpty();
    } catch (StageFailedException e) {
      out.warn("the outbox can't be read: {}", e.failure().toString(), e.getCause());
      return true;
    }
  }

  private Optional<SyncReport> waited(SyncRun run) {
    try {
      return exclusively(control -> waited(run, control)).flatMap(Function.identity());
    } catch (LockFailedException e) {
      return Optional.of(run.stopped(e.failure));
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
              settings.rules().brakes(),
              "syncing " + scope + " that changed",
              context -> Stages.running(context, kinds, scope));
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
        Brakes.released(),
        "carrying out a plan of " + plan.types(),
        run -> Stages.applying(run, kinds, plan.types(), gate));
  }

  private SyncReport run(
      Optional<Failure> unfit, Brakes brakes, String what, Function<RunContext, Stages> opening) {
    return andWhatWaits(once(unfit, brakes, what, opening));
  }

  private SyncReport once(
      Optional<Failure> unfit, Brakes brakes, String what, Function<RunContext, Stages> opening) {
    RunWatch watch = news.watch();
    SyncRun run = new SyncRun(settings, watch, keys);
    Optional<Failure> refusal = rule.broken();
    if (refusal.isPresent()) {
      return run.refused(refusal.get());
    } else if (unfit.isPresent()) {
      return run.stopped(unfit.get());
    }
    SyncReport report = report(run, brakes, what, opening);
    news.publish(report, watch);
    return report;
  }

  private SyncReport report(
      SyncRun run, Brakes brakes, String what, Function<RunContext, Stages> opening) {
    try {
      return exclusively(control -> run.execute(control, brakes, what, opening))
          .orElseGet(() -> run.skipped(BUSY));
    } catch (LockFailedException e) {
      return run.stopped(e.failure);
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
        RunContext.of(planning, calls, new RunLog("plan", planning), RunControl.free(planning));
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
    return new Preflight(settings, kinds).check(kinds.types());
  }

  /** Cancels the run that is under way, if there is one. */
  public void cancel() {
    RunControl control = current.get();
    if (control != null) {
      control.cancel();
    }
  }

  /** Restores the links of some kinds. */
  public Map<EntityType, Long> rebuildLinks(Set<EntityType> types) {
    rule.require();
    try {
      return exclusively(control -> rebuild(types, control))
          .orElseThrow(() -> new IllegalStateException(BUSY.reason()));
    } catch (StageFailedException e) {
      throw settings.outgoing().exception(e.failure().toString(), e);
    } catch (RunStoppedException e) {
      throw settings.outgoing().exception(e.failure().toString(), e);
    }
  }

  /** The Odoo of this engine, as a plan names it. */
  public String odoo() {
    return Ownership.odoo(settings.client().connection());
  }

  private Map<EntityType, Long> rebuild(Set<EntityType> types, RunControl control) {
    try (CallTally calls = new CallTally()) {
      return rebuild(types, control, control.watching(calls.counting(settings, control)));
    }
  }

  private Map<EntityType, Long> rebuild(
      Set<EntityType> types, RunControl control, OdooClient client) {
    Links links = new Links(settings, client, control::progressed);
    Identity identity = new Identity(client, links, settings.namespace());
    Ownership ownership = new Ownership(client.connection(), links, identity, settings.namespace());
    ownership.requireNamespace();
    LinkRebuilder rebuilder =
        new LinkRebuilder(client, links, identity, settings.namespace(), control);
    for (EntityType type : EntityType.values()) {
      rebuilder.dropStrange(type, ownership.isForeign());
    }
    Map<EntityType, Long> restored = restore(rebuilder, types);
    List.of(EntityType.values()).forEach(type -> reconcile(links, type, control));
    ownership.claim();
    return restored;
  }

  private void reconcile(Links links, EntityType type, RunControl control) {
    new LinkPages(settings)
        .forEach(
            type,
            page -> {
              control.check();
              links
                  .reconcile(page)
                  .forEach((key, why) -> out.warn("rebuilding links: {} {}: {}", type, key, why));
            });
  }

  private Map<EntityType, Long> restore(LinkRebuilder rebuilder, Set<EntityType> types) {
    Map<EntityType, Long> restored = new EnumMap<>(EntityType.class);
    types.forEach(
        type ->
            kinds
                .of(type)
                .map(kind -> OdooModel.withoutFields(type, kind.ours()))
                .ifPresent(model -> restored.put(type, rebuilder.rebuild(model))));
    return restored;
  }

  /** Erases what the stores have of a record, unless a run is under way. */
  public Forgotten forget(EntityType type, LocalKey key) {
    rule.require();
    try {
      return exclusively(control -> new Forgetting(settings, kinds, type, key).erase())
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

  /** Does something while nothing else runs; nothing if something does. */
  private <R> Optional<R> exclusively(Function<RunControl, R> action) {
    LongSupplier nanoTime = settings.environment()::nanoTime;
    long asked = nanoTime.getAsLong();
    Optional<RunLock.Lease> granted = lease();
    if (granted.isEmpty()) {
      return Optional.empty();
    }
    RunLock.Lease lease = granted.get();
    try {
      return whileCurrent(new RunControl(lease, leaseTime(), asked, nanoTime), action);
    } finally {
      giveBack(lease);
    }
  }

  /** What was done is done: a lock that can't be given back passes with its lease. */
  private void giveBack(RunLock.Lease lease) {
    try {
      Interruptions.run(lease::close);
    } catch (Throwable e) {
      out.warn("the lock of the run could not be given back", HostFault.reportable(e));
    }
  }

  private <R> Optional<R> whileCurrent(RunControl control, Function<RunControl, R> action) {
    if (!current.compareAndSet(null, control)) {
      return Optional.empty();
    }
    try {
      return Optional.of(action.apply(control));
    } finally {
      current.set(null);
    }
  }

  private Optional<RunLock.Lease> lease() {
    if (current.get() != null) {
      return Optional.empty();
    }
    try {
      return Objects.requireNonNull(
          settings.storage().lock().tryAcquire("odoo-sync:" + settings.namespace()),
          "it returned null");
    } catch (Throwable e) {
      throw lockFailed(e);
    }
  }

  private Duration leaseTime() {
    try {
      return Objects.requireNonNull(settings.storage().lock().leaseTime(), "it returned null");
    } catch (Throwable e) {
      throw lockFailed(e);
    }
  }

  private LockFailedException lockFailed(Throwable thrown) {
    Failure failure =
        Failure.of(
            FailureCause.HOST_FAULT,
            "the lock of the run failed: " + HostFault.words(thrown),
            "Mend its store, then run again.");
    return new LockFailedException(
        settings.outgoing().failure(failure), settings.redaction().safe(thrown));
  }

  /** Nobody knows whether another run is under way. */
  private static final class LockFailedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    LockFailedException(Failure failure, Throwable cause) {
      super(failure.toString(), cause);
      this.failure = failure;
    }
  }
}
