package io.odoosync.internal.run;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.field.HostFault;
import io.odoosync.internal.state.Interruptions;
import io.odoosync.internal.state.RunControl;
import io.odoosync.internal.state.Settings;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.store.RunLock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One at a time: in this process, and under the lock that all nodes share. */
final class Turns {

  private final Settings settings;
  private final Runnable ended;
  private final SafeLog out;
  private final AtomicReference<@Nullable RunControl> current = new AtomicReference<>();

  /**
   * Prepares for an engine.
   *
   * @param ended is told after each turn
   */
  Turns(Settings settings, Runnable ended) {
    this.settings = settings;
    this.ended = ended;
    this.out = SafeLog.of(Runs.class, settings.redaction());
  }

  /** Whether somebody in this process has the turn. */
  boolean isTaken() {
    return current.get() != null;
  }

  /** Cancels what is under way in this process, if there is something. */
  void cancel() {
    RunControl control = current.get();
    if (control != null) {
      control.cancel();
    }
  }

  /** Cancels what is under way if this thread does it. */
  void cancelIfOf(Thread thread) {
    RunControl control = current.get();
    if (control != null && control.isOf(thread)) {
      control.cancel();
    }
  }

  /** Does something while nothing else runs; nothing if something does. */
  <R> Optional<R> take(Function<RunControl, R> action) {
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
      ended.run();
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
  static final class LockFailedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    LockFailedException(Failure failure, Throwable cause) {
      super(failure.toString(), cause);
      this.failure = failure;
    }

    Failure failure() {
      return failure;
    }
  }
}
