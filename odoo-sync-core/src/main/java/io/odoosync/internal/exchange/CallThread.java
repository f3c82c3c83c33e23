package io.odoosync.internal.exchange;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes one call besides the thread of a run, and hands that one whatever does not belong here. */
final class CallThread<R> extends Thread {

  private static final String NAME = "odoo-sync call";

  private final Supplier<R> call;
  private final Queue<Runnable> mail;
  private volatile @Nullable Done<R> done;

  /**
   * Prepares for a call.
   *
   * @param mail the run's thread does what comes here until {@link #hasEnded}; the last is nothing
   *     but the news of that
   */
  CallThread(Supplier<R> call, Queue<Runnable> mail) {
    super(NAME);
    setDaemon(true);
    this.call = call;
    this.mail = mail;
  }

  @Override
  public void run() {
    make();
  }

  /** Makes the call in whatever thread this is. */
  void make() {
    done = Done.of(call);
    mail.add(() -> {});
  }

  boolean hasEnded() {
    return done != null;
  }

  /** What came of the call, once this has ended. */
  Done<R> done() {
    return Objects.requireNonNull(done, "the call is under way");
  }

  /** Does something in the thread of the run, and lets through what it throws. */
  static void inThreadOfRun(Runnable action) {
    if (Thread.currentThread() instanceof CallThread<?> thread) {
      thread.hand(action);
    } else {
      action.run();
    }
  }

  /** Waits also after an interrupt: the run's thread sees that too, and does its part soon. */
  private void hand(Runnable action) {
    CompletableFuture<Done<Boolean>> answer = new CompletableFuture<>();
    mail.add(() -> answer.complete(Done.of(action)));
    answer.join().get();
  }
}
