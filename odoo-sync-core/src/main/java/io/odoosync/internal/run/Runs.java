package io.odoosync.internal.run;

import io.odoosync.Brakes;
import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.QuarantinedRecord;
import io.odoosync.internal.stage.LinkRebuilder;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.state.CallTally;
import io.odoosync.internal.state.Interruptions;
import io.odoosync.internal.state.Links;
import io.odoosync.internal.state.Memory;
import io.odoosync.internal.state.PlanDraft;
import io.odoosync.internal.state.PlanGate;
import io.odoosync.internal.state.Quarantine;
import io.odoosync.internal.state.RunControl;
import io.odoosync.internal.state.RunLog;
import io.odoosync.internal.state.Settings;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.SyncReport;
import io.odoosync.store.RunLock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs of one engine: one at a time, under the lock that all nodes share. */
public final class Runs {

  private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

  private static final String BUSY =
      "already running: another run of this namespace is under way. This one did nothing";

  private final Settings settings;
  private final AtomicReference<@Nullable RunControl> current = new AtomicReference<>();

  /** Prepares for the runs of an engine. */
  public Runs(Settings settings) {
    this.settings = settings;
  }

  /** Runs stages, unless a run is under way. */
  public SyncReport run(Set<EntityType> types, Brakes brakes) {
    return run(types, brakes, null);
  }

  /** Carries out a plan, unless a run is under way. Somebody has looked at it: no brakes. */
  public SyncReport apply(SyncPlan plan) {
    return run(plan.types(), Brakes.released(), new PlanGate(plan));
  }

  private SyncReport run(Set<EntityType> types, Brakes brakes, @Nullable PlanGate gate) {
    SyncRun run = new SyncRun(settings, types);
    try {
      return exclusively(control -> run.execute(control, brakes, gate))
          .orElseGet(() -> run.skipped(BUSY));
    } catch (LockFailedException e) {
      return run.stopped(String.valueOf(e.getMessage()));
    }
  }

  /** Finds out what a run would do, and writes nothing anywhere. */
  public SyncPlan plan(Set<EntityType> types) {
    PlanDraft draft = new PlanDraft();
    String stopped = null;
    try {
      RunContext run =
          RunContext.planning(
              settings, new CallTally(), RunLog.silent(settings), RunControl.free(settings));
      new Stages(run, types, draft).requested().forEach(stage -> stage.plan(draft));
    } catch (RuntimeException e) {
      Ending ending = Ending.of(e);
      LOG.warn("the plan is not complete: {}", ending.message(), ending.isUnexpected() ? e : null);
      stopped = ending.message();
    }
    return SyncPlan.builder(settings.namespace(), settings.clock().instant())
        .types(types)
        .records(draft.records())
        .unchanged(draft.unchanged())
        .stopped(stopped)
        .build();
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
    try {
      return exclusively(control -> rebuild(types))
          .orElseThrow(() -> new IllegalStateException(BUSY));
    } catch (StageFailedException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private Map<EntityType, Long> rebuild(Set<EntityType> types) {
    Links links = new Links(settings, settings.client(), false);
    LinkRebuilder rebuilder = new LinkRebuilder(settings.client(), links, settings.namespace());
    Map<EntityType, Long> restored = new EnumMap<>(EntityType.class);
    types.forEach(type -> restored.put(type, rebuilder.rebuild(type)));
    return restored;
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
      return use.apply(new Quarantine(new Memory(settings, false)));
    } catch (StageFailedException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Does something while nothing else runs; nothing if something does. */
  private <R> Optional<R> exclusively(Function<RunControl, R> action) {
    Optional<RunLock.Lease> granted = lease();
    if (granted.isEmpty()) {
      return Optional.empty();
    }
    RunLock.Lease lease = granted.get();
    try {
      return whileCurrent(
          new RunControl(lease, settings.lock().leaseTime(), settings.clock()), action);
    } finally {
      Interruptions.run(lease::close);
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
      return settings.lock().tryAcquire("odoo-sync:" + settings.namespace());
    } catch (RuntimeException e) {
      throw new LockFailedException(
          "the lock of the run failed: " + e.getMessage() + ". Mend its store, then run again", e);
    }
  }

  /** Nobody knows whether another run is under way. */
  private static final class LockFailedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    LockFailedException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
