package io.odoosync.spring.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.odoosync.SyncEngine;
import io.odoosync.spring.OdooSyncProperties;
import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.support.CronExpression;

/**
 * The runs as recurring tasks, which belong to all nodes together. Runs throw nothing, they tell in
 * their reports.
 */
final class DbSchedulerTasks {

  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private DbSchedulerTasks() {}

  static RecurringTask<Void> full(SyncEngine engine, OdooSyncProperties.Schedule times) {
    CronExpression cron = CronExpression.parse(Objects.requireNonNull(times.full()));
    return task(
        "odoo-sync everything", new CronTimes(cron, InProcessSchedule.zone(times)), engine::runAll);
  }

  static RecurringTask<Void> changes(SyncEngine engine, OdooSyncProperties.Schedule times) {
    Duration pause = Objects.requireNonNull(times.changes());
    return task("odoo-sync changes", Schedules.fixedDelay(pause), engine::runChanges);
  }

  static RecurringTask<Void> outbox(SyncEngine engine) {
    return task("odoo-sync outbox", Schedules.fixedDelay(AT_ONCE), engine::runOutbox);
  }

  private static RecurringTask<Void> task(String name, Schedule schedule, Runnable run) {
    return Tasks.recurring(name, schedule).execute((instance, context) -> run.run());
  }

  /** Tasks without a scheduler would never run, and nobody would hear of it. */
  static void requireOne(OdooSyncProperties.Schedule times, ObjectProvider<Scheduler> schedulers) {
    boolean hasTasks = times.full() != null || times.changes() != null;
    if (hasTasks && schedulers.stream().findAny().isEmpty()) {
      throw new IllegalStateException(
          "the runs of odoo.sync.schedule are tasks of db-scheduler, but there is no bean of type"
              + " Scheduler that would begin them: add db-scheduler's starter for this version of"
              + " Boot, or set odoo.sync.schedule.runner=in-process");
    }
  }
}
