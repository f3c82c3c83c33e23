package io.odoosync.spring.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import io.odoosync.report.SyncListener;
import io.odoosync.report.SyncReport;
import io.odoosync.spring.school.Enrolment;
import io.odoosync.spring.school.SchoolApplication;
import io.odoosync.spring.school.Teacher;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The application as it runs: PostgreSQL, migrations, a schedule, and nobody who calls the engine.
 */
class PostgresTest {

  private static final int PATIENCE_SECONDS = 60;

  private static EmbeddedPostgres postgres;
  private static InProcessOdoo odoo;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.start();
    odoo = InProcessOdoo.start(OdooRelease.V19);
  }

  @AfterAll
  static void stop() throws IOException {
    odoo.close();
    postgres.close();
  }

  /** The ends of runs, for who waits for one. */
  static class Ends implements SyncListener {
    final LinkedBlockingQueue<SyncReport> reports = new LinkedBlockingQueue<>();

    @Override
    public void onRunFinished(SyncReport report) {
      reports.add(report);
    }
  }

  static class Watched {
    @Bean
    Ends ends() {
      return new Ends();
    }
  }

  /** What the starter of db-scheduler does: it takes the tasks that are beans. */
  static class WithScheduler {
    @Bean(initMethod = "start", destroyMethod = "stop")
    Scheduler scheduler(DataSource dataSource, List<Task<?>> tasks) {
      new JdbcTemplate(dataSource)
          .execute(
              """
              CREATE TABLE IF NOT EXISTS scheduled_tasks (
                task_name text NOT NULL, task_instance text NOT NULL, task_data bytea,
                execution_time timestamptz NOT NULL, picked boolean NOT NULL, picked_by text,
                last_success timestamptz, last_failure timestamptz, consecutive_failures int,
                last_heartbeat timestamptz, version bigint NOT NULL, priority smallint,
                state text,
                PRIMARY KEY (task_name, task_instance))
              """);
      List<com.github.kagkarlsson.scheduler.task.helper.RecurringTask<?>> recurring =
          tasks.stream()
              .<com.github.kagkarlsson.scheduler.task.helper.RecurringTask<?>>map(
                  task -> (com.github.kagkarlsson.scheduler.task.helper.RecurringTask<?>) task)
              .toList();
      return Scheduler.create(dataSource)
          .startTasks(recurring)
          .pollingInterval(Duration.ofMillis(200))
          .build();
    }
  }

  private static ConfigurableApplicationContext application(
      Class<?> further, String... properties) {
    String[] all =
        Stream.concat(
                Stream.of(
                    "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                    "spring.datasource.hikari.maximum-pool-size=5",
                    "odoo.sync.url=" + odoo.url(),
                    "odoo.sync.database=" + odoo.database(),
                    "odoo.sync.login=" + odoo.login(),
                    "odoo.sync.api-key=" + odoo.apiKey(),
                    "odoo.sync.stores.schema=flyway"),
                Stream.of(properties))
            .map(property -> "--" + property)
            .toArray(String[]::new);
    return new SpringApplicationBuilder(SchoolApplication.class, Watched.class, further)
        .web(WebApplicationType.NONE)
        .run(all);
  }

  private static boolean isInOdoo(Teacher teacher) {
    return odoo.records("res.partner").stream()
        .anyMatch(record -> record.text("name").equals(teacher.name()));
  }

  private static void awaitInOdoo(Ends ends, Teacher teacher) throws InterruptedException {
    while (!isInOdoo(teacher)) {
      SyncReport report = ends.reports.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(report).as("a run within %s s", PATIENCE_SECONDS).isNotNull();
    }
  }

  @Test
  void start_followsBothSides_savedTeacherIsInOdooByItself() throws InterruptedException {
    try (ConfigurableApplicationContext application =
        application(Object.class, "odoo.sync.schedule.changes=1h")) {
      Ends ends = application.getBean(Ends.class);
      Teacher ada = application.getBean(Enrolment.class).save(new Teacher("Ada of PostgreSQL"));
      awaitInOdoo(ends, ada);
      assertThat(
              new JdbcTemplate(application.getBean(DataSource.class))
                  .queryForObject(
                      "SELECT count(*) FROM odoo_sync_schema_history WHERE success", Integer.class))
          .isPositive();
    }
  }

  @Test
  void start_cron_runsInFullByItself() throws InterruptedException {
    try (ConfigurableApplicationContext application =
        application(Object.class, "odoo.sync.schedule.full=* * * * * *")) {
      Ends ends = application.getBean(Ends.class);
      assertThat(ends.reports.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
    }
  }

  @Test
  void start_dbScheduler_savedTeacherIsInOdooByItself() throws InterruptedException {
    try (ConfigurableApplicationContext application =
        application(
            WithScheduler.class,
            "odoo.sync.schedule.runner=db-scheduler",
            "odoo.sync.schedule.full=0 0 3 * * *",
            "odoo.sync.schedule.changes=1h")) {
      Ends ends = application.getBean(Ends.class);
      Teacher luc = application.getBean(Enrolment.class).save(new Teacher("Luc of db-scheduler"));
      awaitInOdoo(ends, luc);
      assertThat(
              new JdbcTemplate(application.getBean(DataSource.class))
                  .queryForList("SELECT task_name FROM scheduled_tasks", String.class))
          .containsExactlyInAnyOrder(
              "odoo-sync everything", "odoo-sync changes", "odoo-sync outbox");
    }
  }
}
