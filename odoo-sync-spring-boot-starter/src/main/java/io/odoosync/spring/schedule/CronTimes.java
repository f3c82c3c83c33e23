package io.odoosync.spring.schedule;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.scheduling.support.CronExpression;

/** A cron expression as Spring reads it, for db-scheduler. */
record CronTimes(CronExpression cron, ZoneId zone) implements Schedule {

  @Override
  public Instant getNextExecutionTime(ExecutionComplete executionComplete) {
    return after(executionComplete.getTimeDone());
  }

  @Override
  public Instant getInitialExecutionTime(Instant now) {
    return after(now);
  }

  private Instant after(Instant time) {
    ZonedDateTime next = cron.next(time.atZone(zone));
    if (next == null) {
      throw new IllegalStateException("the cron expression " + cron + " is never met again");
    }
    return next.toInstant();
  }

  /** A changed expression takes the place of what is planned already. */
  @Override
  public boolean isDeterministic() {
    return true;
  }
}
