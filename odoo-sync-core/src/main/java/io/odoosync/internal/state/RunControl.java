package io.odoosync.internal.state;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.field.HostFault;
import io.odoosync.store.RunLock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether a run may go on: it was not cancelled, its thread was not interrupted, and it still has
 * its lock. The lease is extended before a write once a quarter of it has passed, so it outlives
 * any call; that of a run which was held up for longer is lost, and the run writes nothing more.
 */
public final class RunControl implements WriteGate {

  private static final int EXTENSIONS_PER_LEASE = 4;

  private final RunLock.Lease lease;
  private final Duration extendAfter;
  private final Clock clock;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private Instant extended;

  public RunControl(RunLock.Lease lease, Duration leaseTime, Clock clock) {
    this.lease = lease;
    this.extendAfter = leaseTime.dividedBy(EXTENSIONS_PER_LEASE);
    this.clock = clock;
    this.extended = clock.instant();
  }

  /** For what only reads, and needs no lock. */
  public static RunControl free(Settings settings) {
    RunLock.Lease lease = settings.storage().lock().tryAcquire("plan").orElseThrow();
    return new RunControl(lease, RunLock.DEFAULT_LEASE_TIME, settings.clock());
  }

  /** Closes the gate for good. Called from any thread. */
  public void cancel() {
    cancelled.set(true);
  }

  @Override
  public void check() {
    checkCancelled();
    Instant now = clock.instant();
    if (Duration.between(extended, now).compareTo(extendAfter) >= 0) {
      extend(now);
    }
  }

  /** Passes unless the run was cancelled or interrupted; for what only reads. */
  public void checkCancelled() {
    if (cancelled.get()) {
      throw new RunStoppedException(
          Failure.of(FailureCause.CANCELLED, "the run was cancelled"), null);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new RunStoppedException(
          Failure.of(FailureCause.CANCELLED, "the thread of the run was interrupted"), null);
    }
  }

  private void extend(Instant now) {
    boolean kept;
    try {
      kept = lease.extend();
    } catch (Throwable e) {
      throw new RunStoppedException(
          Failure.of(
              FailureCause.HOST_FAULT,
              "the lock of the run could not be extended: " + HostFault.words(e),
              "Mend the lock's store, then run again."),
          e);
    }
    if (!kept) {
      throw new RunStoppedException(
          Failure.of(
              FailureCause.TRANSIENT,
              "the run lost its lock, so another may have begun",
              "Run again. If that happens often, make the lease longer, or the sources faster."),
          null);
    }
    extended = now;
  }
}
