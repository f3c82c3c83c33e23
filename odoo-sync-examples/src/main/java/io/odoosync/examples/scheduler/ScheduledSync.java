package io.odoosync.examples.scheduler;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.odoosync.SyncEngine;
import java.time.Duration;
import java.time.LocalTime;
import javax.sql.DataSource;

/**
 * The runs of an engine, on as many nodes as there are: each task runs on one of them at a time. If
 * a node dies, another one goes on: with its tasks once four heartbeats are missing, with the run
 * once the lease of the run's lock is over ({@code JdbcStores.Builder.leaseTime}).
 */
final class ScheduledSync {

  private static final int MISSED_HEARTBEATS = 4;

  private final SyncEngine engine;
  private final DataSource dataSource;

  ScheduledSync(SyncEngine engine, DataSource dataSource) {
    this.engine = engine;
    this.dataSource = dataSource;
  }

  /**
   * Makes this node's scheduler, over the table of {@code scheduled_tasks.sql}.
   *
   * @param node this node's name, for people who look into the table
   */
  Scheduler scheduler(String node) {
    return scheduler(node, Duration.ofMinutes(1), Duration.ofSeconds(10));
  }

  /**
   * Makes it with another rhythm.
   *
   * @param pause how long to wait after a run over what changed
   * @param heartbeat how often a node that runs a task says that it lives
   */
  Scheduler scheduler(String node, Duration pause, Duration heartbeat) {
    // region scheduler
    Duration atOnce = Duration.ofMillis(500);
    return Scheduler.create(dataSource)
        .startTasks(
            task("odoo-sync everything", Schedules.daily(LocalTime.of(3, 0)), engine::runAll),
            task("odoo-sync changes", Schedules.fixedDelay(pause), engine::runChanges),
            task("odoo-sync outbox", Schedules.fixedDelay(atOnce), engine::runOutbox))
        .pollingInterval(atOnce)
        .heartbeatInterval(heartbeat)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .schedulerName(new SchedulerName.Fixed(node))
        .threads(3)
        .build();
    // endregion
  }

  /** A task that belongs to all nodes together. Runs throw nothing, they tell in their reports. */
  private static RecurringTask<Void> task(String name, Schedule schedule, Runnable run) {
    return Tasks.recurring(name, schedule).execute((instance, context) -> run.run());
  }
}
