package io.odoosync.internal.run;

import io.odoosync.internal.log.Site;
import io.odoosync.internal.log.Tidings;
import io.odoosync.internal.text.Durations;
import io.odoosync.internal.text.Redaction;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.report.AdminNotifier;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls the host's notifier in a thread of its own, for a limited time. One that hangs costs one
 * thread, whatever comes after it. Safe for use by several threads.
 */
final class Messenger {

  private final AdminNotifier notifier;
  private final Duration timeLimit;
  private final SafeLog out;
  private @Nullable Call last;
  private boolean isFailing;

  Messenger(AdminNotifier notifier, Duration timeLimit, Redaction redaction) {
    this.notifier = notifier;
    this.timeLimit = timeLimit;
    this.out = SafeLog.of(Messenger.class, redaction);
  }

  private record Call(FutureTask<Boolean> task, Thread thread, Set<Site> sites) {}

  /** What was told by a call that nobody waited for any more; nothing the second time. */
  synchronized Set<Site> toldLate() {
    Call call = last;
    if (call == null || !call.task.isDone()) {
      return Set.of();
    }
    last = null;
    try {
      call.task.get();
      return call.sites;
    } catch (ExecutionException e) {
      out.debug("the administrator could not be notified after all", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Set.of();
  }

  /**
   * Tells news, unless an earlier call has not come back.
   *
   * @return whether they were told, as far as is known now
   */
  boolean tell(String runId, Tidings tidings) {
    Call call = begin(tidings);
    if (call == null) {
      out.warn("run {}: the administrator is not told yet: the notifier still hangs", runId);
      return false;
    }
    try {
      call.task.get(timeLimit.toNanos(), TimeUnit.NANOSECONDS);
      done(call, false);
      return true;
    } catch (ExecutionException e) {
      failed(runId, e.getCause());
      done(call, true);
    } catch (TimeoutException e) {
      call.thread.interrupt();
      out.warn(
          "run {}: the notifier did not come back within {}", runId, Durations.words(timeLimit));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      out.warn("run {}: interrupted while notifying the administrator", runId);
    }
    return false;
  }

  private synchronized @Nullable Call begin(Tidings tidings) {
    if (last != null) {
      return null;
    }
    FutureTask<Boolean> task =
        new FutureTask<>(
            () -> {
              notifier.notifyAdministrator(tidings.news());
              return true;
            });
    Thread thread = new Thread(task, "odoo-sync-notifier");
    thread.setDaemon(true);
    last = new Call(task, thread, tidings.sites());
    thread.start();
    return last;
  }

  private synchronized void done(Call call, boolean hasFailed) {
    if (call.equals(last)) {
      last = null;
    }
    isFailing = hasFailed;
  }

  private void failed(String runId, @Nullable Throwable why) {
    boolean isKnown;
    synchronized (this) {
      isKnown = isFailing;
    }
    out.warn(
        "run {}: the administrator could not be notified, the next run tries again: {}",
        runId,
        String.valueOf(why),
        isKnown ? null : why);
  }
}
