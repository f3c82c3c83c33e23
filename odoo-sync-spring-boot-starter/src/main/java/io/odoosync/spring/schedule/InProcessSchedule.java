package io.odoosync.spring.schedule;

import io.odoosync.Following;
import io.odoosync.SyncEngine;
import io.odoosync.spring.OdooSyncProperties;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.CronTrigger;

/**
 * Begins runs in threads of this process, from when the application is up until it goes down. Each
 * node may do so: a run that finds another one under way does nothing.
 */
final class InProcessSchedule implements SmartLifecycle {

  private static final int LAST_BATCH_SECONDS = 30;

  private final SyncEngine engine;
  private final OdooSyncProperties.Schedule times;
  private @Nullable Following following;
  private @Nullable ThreadPoolTaskScheduler clock;

  InProcessSchedule(SyncEngine engine, OdooSyncProperties.Schedule times) {
    this.engine = engine;
    this.times = times;
  }

  @Override
  public synchronized void start() {
    Duration changes = times.changes();
    String full = times.full();
    if (changes != null && following == null) {
      following = engine.follow(changes);
    }
    if (full != null && clock == null) {
      clock = clock();
      ScheduledFuture<?> unused =
          clock.schedule(engine::runAll, new CronTrigger(full, zone(times)));
    }
  }

  static ZoneId zone(OdooSyncProperties.Schedule times) {
    return Objects.requireNonNullElseGet(times.zone(), ZoneId::systemDefault);
  }

  private static ThreadPoolTaskScheduler clock() {
    ThreadPoolTaskScheduler clock = new ThreadPoolTaskScheduler();
    clock.setThreadNamePrefix("odoo-sync-full-");
    clock.setDaemon(true);
    clock.setWaitForTasksToCompleteOnShutdown(true);
    clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    clock.setAwaitTerminationSeconds(LAST_BATCH_SECONDS);
    clock.initialize();
    return clock;
  }

  /** The batch in flight ends, and what was done is remembered. */
  @Override
  public synchronized void stop() {
    if (clock != null) {
      if (clock.getActiveCount() > 0) {
        engine.cancel();
      }
      clock.shutdown();
      clock = null;
    }
    if (following != null) {
      following.close();
      following = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return following != null || clock != null;
  }
}
