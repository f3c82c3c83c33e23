package io.odoosync.spring.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.odoosync.SyncEngine;
import io.odoosync.spring.OdooSyncAutoConfiguration;
import io.odoosync.spring.OdooSyncProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Runs by the clock, for who sets {@code odoo.sync.schedule}. */
@AutoConfiguration(after = OdooSyncAutoConfiguration.class)
@ConditionalOnBean(SyncEngine.class)
@ConditionalOnProperty(prefix = "odoo.sync.schedule", name = "enabled", matchIfMissing = true)
public class OdooSyncScheduleAutoConfiguration {

  private static final String FULL = "odoo.sync.schedule.full";
  private static final String CHANGES = "odoo.sync.schedule.changes";

  /** Threads of this process. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(OnRunner.InProcess.class)
  static class InProcess {

    @Bean
    InProcessSchedule odooSyncSchedule(SyncEngine engine, OdooSyncProperties properties) {
      return new InProcessSchedule(engine, properties.schedule());
    }
  }

  /** Tasks of the application's db-scheduler. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(OnRunner.DbScheduler.class)
  @ConditionalOnClass(Scheduler.class)
  static class DbScheduler {

    @Bean
    @ConditionalOnProperty(FULL)
    RecurringTask<Void> odooSyncFullTask(SyncEngine engine, OdooSyncProperties properties) {
      return DbSchedulerTasks.full(engine, properties.schedule());
    }

    @Bean
    @ConditionalOnProperty(CHANGES)
    RecurringTask<Void> odooSyncChangesTask(SyncEngine engine, OdooSyncProperties properties) {
      return DbSchedulerTasks.changes(engine, properties.schedule());
    }

    @Bean
    @ConditionalOnProperty(CHANGES)
    RecurringTask<Void> odooSyncOutboxTask(SyncEngine engine) {
      return DbSchedulerTasks.outbox(engine);
    }

    @Bean
    SmartInitializingSingleton odooSyncSchedulerCheck(
        OdooSyncProperties properties, ObjectProvider<Scheduler> schedulers) {
      return () -> DbSchedulerTasks.requireOne(properties.schedule(), schedulers);
    }
  }
}
