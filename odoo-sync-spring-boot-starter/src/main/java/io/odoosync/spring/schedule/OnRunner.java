package io.odoosync.spring.schedule;

import io.odoosync.spring.OdooSyncProperties.Schedule.Runner;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;

/** Who begins the runs: what the property says, else the db-scheduler where there is one. */
abstract class OnRunner implements Condition {

  /** In all starters of db-scheduler, whatever Boot they are for. */
  private static final String DB_SCHEDULER =
      "com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter";

  private final Runner wanted;

  private OnRunner(Runner wanted) {
    this.wanted = wanted;
  }

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    Runner runner =
        Binder.get(context.getEnvironment())
            .bind("odoo.sync.schedule.runner", Runner.class)
            .orElse(Runner.AUTOMATIC);
    if (runner != Runner.AUTOMATIC) {
      return runner == wanted;
    }
    boolean isThere = ClassUtils.isPresent(DB_SCHEDULER, context.getClassLoader());
    return wanted == (isThere ? Runner.DB_SCHEDULER : Runner.IN_PROCESS);
  }

  /** The process. */
  static final class InProcess extends OnRunner {
    InProcess() {
      super(Runner.IN_PROCESS);
    }
  }

  /** The application's db-scheduler. */
  static final class DbScheduler extends OnRunner {
    DbScheduler() {
      super(Runner.DB_SCHEDULER);
    }
  }
}
