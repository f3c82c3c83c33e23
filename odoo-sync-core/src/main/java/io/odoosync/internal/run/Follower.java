package io.odoosync.internal.run;

import static io.odoosync.internal.text.Durations.words;

import io.odoosync.Environment;
import io.odoosync.Following;
import io.odoosync.internal.state.Settings;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * Follows both sides in a thread of its own: a run over what changed each pause, and what waits in
 * the outbox as soon as it is seen there. The outbox is looked at between: what a transaction of
 * the host's notes is seen once that is committed, and what other processes note makes no sound.
 */
final class Follower implements Following, Runnable {

  /** How often the outbox is looked at. */
  private static final Duration LOOK = Duration.ofMillis(250);

  private static final Duration FIRST_REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofMinutes(1);

  /** Longer than most calls take. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Runs runs;
  private final Environment environment;
  private final Alarms alarms;
  private final Alarm alarm;
  private final Duration pause;
  private final Thread thread;
  private final SafeLog out;
  private volatile boolean closed;
  private long due;
  private long fruitless;
  private int failures;

  private Follower(
      Runs runs, Settings settings, Alarms alarms, Duration pause, ThreadFactory threads) {
    this.runs = runs;
    this.environment = settings.environment();
    this.alarms = alarms;
    this.alarm = new Alarm(environment);
    this.pause = pause;
    this.due = environment.nanoTime();
    this.out = SafeLog.of(Follower.class, settings.redaction());
    this.thread = threads.newThread(this);
    if (thread == null) {
      throw new IllegalArgumentException("threads must make a thread, but made none");
    }
  }

  /** Begins with a run at once. */
  static Follower start(
      Runs runs, Settings settings, Alarms alarms, Duration pause, ThreadFactory threads) {
    Follower follower = new Follower(runs, settings, alarms, pause, threads);
    alarms.add(follower.alarm);
    follower.thread.start();
    return follower;
  }

  @Override
  public void run() {
    out.info("following: what changed, each {}; what is noted, at once", words(pause));
    try {
      follow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      alarms.remove(alarm);
      out.info("following has ended");
    }
  }

  private void follow() throws InterruptedException {
    boolean rung = false;
    while (!closed && !Thread.currentThread().isInterrupted()) {
      boolean more = turn(rung).filter(report -> failures == 0).isPresent();
      rung = !closed && !more && rest();
    }
  }

  /** One run, if one is due or something waits. */
  private Optional<SyncReport> turn(boolean rung) {
    boolean isDue = untilDue().isZero();
    Optional<SyncReport> report = isDue ? Optional.of(runs.runChanges()) : waiting(rung);
    report.ifPresent(done -> judge(done, isDue));
    return report;
  }

  /** What waits and could not be taken a moment ago is not asked for again and again. */
  private Optional<SyncReport> waiting(boolean rung) {
    long waiting = failures > 0 ? 0 : runs.waiting();
    if (waiting == 0 || (waiting == fruitless && !rung)) {
      return Optional.empty();
    }
    Optional<SyncReport> report = runs.runWaiting();
    fruitless = report.isPresent() ? 0 : runs.waiting();
    return report;
  }

  /** A run that came to nothing is followed by a rest, longer each time. */
  private void judge(SyncReport report, boolean wasDue) {
    boolean failed =
        report.status() == RunStatus.STOPPED || report.status() == RunStatus.ALREADY_RUNNING;
    failures = failed ? failures + 1 : 0;
    if (failed || wasDue) {
      due = environment.nanoTime() + (failed ? rest(failures) : pause).toNanos();
      fruitless = 0;
    }
  }

  static Duration rest(int failures) {
    Duration rest = FIRST_REST.multipliedBy(1L << Math.min(failures - 1, 10));
    return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
  }

  private boolean rest() throws InterruptedException {
    Duration left = untilDue();
    boolean looking = failures == 0 && left.compareTo(LOOK) > 0;
    return alarm.sleep(looking ? LOOK : left);
  }

  private Duration untilDue() {
    long left = due - environment.nanoTime();
    return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
  }

  @Override
  public boolean isOpen() {
    return !closed && thread.isAlive();
  }

  @Override
  public void close() {
    closed = true;
    alarm.ring();
    if (Thread.currentThread() != thread) {
      await();
    }
  }

  /** A run that began just before is asked too. */
  private void await() {
    try {
      for (int i = 0; i < PATIENCE.toSeconds() && thread.isAlive(); i++) {
        runs.cancelRunOf(thread);
        thread.join(Duration.ofSeconds(1).toMillis());
      }
      if (thread.isAlive()) {
        out.warn("following did not end within {}: its thread is interrupted", words(PATIENCE));
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
