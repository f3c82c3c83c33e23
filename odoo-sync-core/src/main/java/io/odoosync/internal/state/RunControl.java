package io.odoosync.internal.state;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.field.HostFault;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnectionException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooInterruptedException;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import io.odoosync.store.RunLock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a run may go on: it was not cancelled, its thread was not interrupted, and it still has
 * its lock. The lease is extended whenever the run gets on, in reading as in writing, once a
 * quarter of it has passed by the monotonic clock. A run that hangs does not get on, so its lease
 * runs out. Before a write the lock is asked if as much time has passed, so a process that stood
 * still notices when it wakes, and writes nothing more.
 *
 * <p>All but {@link #cancel()} and {@link #isOf} is for the run's own thread.
 */
public final class RunControl implements WriteGate {

  private static final SafeLog LOG = SafeLog.of(RunControl.class);
  private static final int EXTENSIONS_PER_LEASE = 4;

  private final RunLock.Lease lease;
  private final long extendAfter;
  private final LongSupplier nanoTime;
  private final Thread thread = Thread.currentThread();
  private volatile boolean cancelled;
  private long extended;
  private long tried;
  private @Nullable RunStoppedException lost;

  /**
   * Begins with a lease that was just taken.
   *
   * @param leaseTime how long it lasts
   * @param asked when it was asked for, in the time of {@code nanoTime}: it began no earlier
   * @param nanoTime a clock that only goes forward
   */
  public RunControl(RunLock.Lease lease, Duration leaseTime, long asked, LongSupplier nanoTime) {
    this.lease = lease;
    this.extendAfter = leaseTime.dividedBy(EXTENSIONS_PER_LEASE).toNanos();
    this.nanoTime = nanoTime;
    this.extended = asked;
    this.tried = asked;
  }

  /** Whether it is the run of this thread. */
  public boolean isOf(Thread other) {
    return thread == other;
  }

  /** For what only reads, and needs no lock. */
  public static RunControl free(Settings settings) {
    LongSupplier nanoTime = settings.environment()::nanoTime;
    RunLock lock = RunLock.none();
    RunLock.Lease lease = lock.tryAcquire("plan").orElseThrow();
    return new RunControl(lease, lock.leaseTime(), nanoTime.getAsLong(), nanoTime);
  }

  /**
   * The same client for this run: what Odoo answers extends the lease, and nothing but reading
   * passes once the run must not write.
   */
  public OdooClient watching(OdooClient client) {
    return client
        .observedBy(this::called)
        .guardedBy(
            call -> {
              if (!call.isReading()) {
                check();
              }
            });
  }

  private void called(CallObserver.Attempt attempt) {
    if (isAnswered(attempt.failure())) {
      progressed();
    }
  }

  /** A call that was waited for in vain is no progress, however often it is repeated. */
  private static boolean isAnswered(@Nullable OdooException failure) {
    return !(failure instanceof OdooOutcomeUnknownException
        || failure instanceof OdooConnectionException
        || failure instanceof OdooInterruptedException);
  }

  /** Closes the gate for good. Called from any thread. */
  public void cancel() {
    cancelled = true;
  }

  /**
   * The run got on: a record was read, a call returned, a store answered. Cheap, and never throws:
   * a lock that is lost stops the run at its next check, so that what is done can be remembered.
   * One that can't be reached is tried again: while a source is read, it may have the only
   * connection.
   */
  public void progressed() {
    long now = nanoTime.getAsLong();
    if (lost == null && now - tried >= extendAfter) {
      extend(now)
          .ifPresent(
              e ->
                  LOG.debug(
                      "the lock can't be extended now, but will be before the next write: {}",
                      e.getClass().getName()));
    }
  }

  @Override
  public void check() {
    checkCancelled();
    long now = nanoTime.getAsLong();
    if (now - extended >= extendAfter) {
      extend(now).ifPresent(e -> lost = unreachable(e));
    }
    checkCancelled();
  }

  /** Passes unless the run was cancelled or interrupted, or is known to have lost its lock. */
  public void checkCancelled() {
    if (cancelled) {
      throw new RunStoppedException(
          Failure.of(FailureCause.CANCELLED, "the run was cancelled"), null);
    } else if (Thread.currentThread().isInterrupted()) {
      throw new RunStoppedException(
          Failure.of(FailureCause.CANCELLED, "the thread of the run was interrupted"), null);
    } else if (lost != null) {
      throw lost;
    }
  }

  /**
   * Extends the lease. The new one begins no earlier than it was asked for.
   *
   * @return what was thrown, if it is not known whether it was extended
   */
  private Optional<Throwable> extend(long asked) {
    tried = asked;
    try {
      if (Interruptions.get(lease::extend)) {
        extended = asked;
      } else {
        lost = gone();
      }
      return Optional.empty();
    } catch (Throwable e) {
      return Optional.of(HostFault.reportable(e));
    }
  }

  private static RunStoppedException gone() {
    return new RunStoppedException(
        Failure.of(
            FailureCause.TRANSIENT,
            "the run lost its lock, so another may have begun",
            "Run again. If that happens often, make the lease longer, or the sources faster."),
        null);
  }

  private static RunStoppedException unreachable(Throwable thrown) {
    return new RunStoppedException(
        Failure.of(
            FailureCause.HOST_FAULT,
            "the lock of the run could not be extended: " + HostFault.words(thrown),
            "Mend the lock's store, then run again."),
        thrown);
  }
}
