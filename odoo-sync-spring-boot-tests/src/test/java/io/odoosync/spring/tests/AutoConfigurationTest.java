package io.odoosync.spring.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.odoosync.FieldMapping;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.jdbc.JdbcOutbox;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncListener;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.spring.OdooSyncAutoConfiguration;
import io.odoosync.spring.OdooSyncProperties;
import io.odoosync.spring.SyncEngineBuilderCustomizer;
import io.odoosync.spring.schedule.OdooSyncScheduleAutoConfiguration;
import io.odoosync.store.InMemoryStores;
import io.odoosync.store.Outbox;
import io.odoosync.store.Stores;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What properties and beans make of an application. */
class AutoConfigurationTest {

  private static final String KEY = "a-key-that-nobody-sees";

  private final ApplicationContextRunner bare =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  OdooSyncAutoConfiguration.class, OdooSyncScheduleAutoConfiguration.class));

  private final ApplicationContextRunner complete =
      bare.withUserConfiguration(Database.class, Source.class)
          .withPropertyValues(
              "odoo.sync.url=https://erp.example.com",
              "odoo.sync.database=prod",
              "odoo.sync.login=sync@example.com",
              "odoo.sync.api-key=" + KEY,
              "odoo.sync.namespace=__school__");

  @Configuration(proxyBeanMethods = false)
  static class Database {
    @Bean
    DataSource dataSource() {
      JdbcDataSource dataSource = new JdbcDataSource();
      dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
      return dataSource;
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Source {
    @Bean
    ContactSource contacts() {
      Contact ada = Contact.builder(LocalKey.of("teacher", 1)).name("Ada Martin").build();
      return ContactSource.of(List.of(ada));
    }
  }

  private static Throwable failure(AssertableApplicationContext context) {
    assertThat(context).hasFailed();
    Throwable root = context.getStartupFailure();
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }

  @Test
  void start_fiveProperties_engineAndItsPartsAreBeans() {
    complete.run(
        context -> {
          assertThat(context).hasNotFailed();
          assertThat(context).hasSingleBean(SyncEngine.class);
          assertThat(context).hasSingleBean(OdooClient.class);
          assertThat(context).hasSingleBean(JdbcStores.class);
          assertThat(context.getBean(Outbox.class)).isInstanceOf(JdbcOutbox.class);
          OdooConnection connection = context.getBean(OdooConnection.class);
          assertThat(connection.url()).hasToString("https://erp.example.com");
          assertThat(connection.database()).isEqualTo("prod");
          assertThat(connection.login()).isEqualTo("sync@example.com");
        });
  }

  @Test
  void start_namesOfEnvironmentVariables_areUnderstood() {
    complete
        .withSystemProperties("odoo.sync.calls-at-once=3")
        .run(
            context ->
                assertThat(context.getBean(OdooSyncProperties.class).callsAtOnce()).isEqualTo(3));
  }

  @Test
  void start_notEnabled_hasNothing() {
    bare.withPropertyValues("odoo.sync.enabled=false")
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              assertThat(context).doesNotHaveBean(SyncEngine.class);
              assertThat(context).doesNotHaveBean(OdooSyncProperties.class);
            });
  }

  @Test
  void start_nothingSet_namesAllThatIsMissing() {
    bare.withUserConfiguration(Database.class, Source.class)
        .run(
            context ->
                assertThat(failure(context))
                    .hasMessageContaining("odoo.sync.url")
                    .hasMessageContaining("odoo.sync.database")
                    .hasMessageContaining("odoo.sync.api-key")
                    .hasMessageContaining("odoo.sync.namespace")
                    .hasMessageContaining("odoo.sync.enabled=false"));
  }

  @ParameterizedTest
  @CsvSource({
    "odoo.sync.api-key",
    "odoo.sync.url",
    "odoo.sync.database",
    "odoo.sync.namespace",
  })
  void start_onePropertyMissing_namesIt(String property) {
    complete
        .withPropertyValues(property + "=")
        .run(
            context ->
                assertThat(failure(context))
                    .hasMessageStartingWith("The property " + property + " is not set."));
  }

  @ParameterizedTest
  @CsvSource({
    "odoo.sync.url, http://erp.example.com",
    "odoo.sync.url, erp",
    "odoo.sync.namespace, school",
    "odoo.sync.calls-at-once, 5",
    "odoo.sync.calls-per-minute, 0",
    "odoo.sync.calls-per-day, 0",
    "odoo.sync.batch-size.contact, 0",
    "odoo.sync.connect-timeout, 0s",
    "odoo.sync.request-timeout, 2d",
    "odoo.sync.keep-logs-for, 0s",
    "odoo.sync.renew-api-key, 90d",
    "odoo.sync.notify-url, ftp://example.com",
    "odoo.sync.stores.lease-time, 0s",
    "odoo.sync.stores.lock-timeout, 10m",
    "odoo.sync.schedule.full, each night",
    "odoo.sync.schedule.changes, 0s",
    "odoo.sync.schedule.full-after, 0s",
    "odoo.sync.webhook.secret, short",
  })
  void start_propertyNotValid_namesIt(String property, String value) {
    complete
        .withPropertyValues(property + "=" + value)
        .run(
            context ->
                assertThat(failure(context))
                    .hasMessageStartingWith("The property " + property)
                    .message()
                    .doesNotContain(KEY));
  }

  @Test
  void start_keyWithALineFeed_namesItAndHidesIt() {
    complete
        .withPropertyValues("odoo.sync.api-key=" + KEY + "\u0007 and more")
        .run(
            context ->
                assertThat(failure(context))
                    .hasMessageStartingWith("The property odoo.sync.api-key is not valid")
                    .message()
                    .doesNotContain(KEY));
  }

  @Test
  void start_noSource_saysWhatToDefine() {
    bare.withUserConfiguration(Database.class)
        .withPropertyValues(
            "odoo.sync.url=https://erp.example.com",
            "odoo.sync.database=prod",
            "odoo.sync.api-key=" + KEY,
            "odoo.sync.namespace=__school__")
        .run(context -> assertThat(failure(context)).hasMessageContaining("ContactSource"));
  }

  @Test
  void start_noDataSource_saysSo() {
    bare.withUserConfiguration(Source.class)
        .withPropertyValues(
            "odoo.sync.url=https://erp.example.com",
            "odoo.sync.database=prod",
            "odoo.sync.api-key=" + KEY,
            "odoo.sync.namespace=__school__")
        .run(context -> assertThat(failure(context)).hasMessageContaining("no DataSource"));
  }

  @Test
  void toString_properties_showNoSecret() {
    complete
        .withPropertyValues("odoo.sync.webhook.secret=0123456789abcdef")
        .run(
            context -> {
              OdooSyncProperties properties = context.getBean(OdooSyncProperties.class);
              assertThat(properties.toString()).contains("prod").doesNotContain(KEY);
              assertThat(properties.webhook().toString()).doesNotContain("0123456789abcdef");
            });
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnParts {

    static final List<String> TOLD = new ArrayList<>();

    @Bean
    Stores stores() {
      return new InMemoryStores();
    }

    @Bean
    FieldMapping<Contact> mapping() {
      return (contact, fields) -> fields.set("function", "Teacher");
    }

    @Bean
    @Order(1)
    SyncListener first() {
      return new SyncListener() {
        @Override
        public void onRunStarted(String runId) {
          TOLD.add("first");
        }
      };
    }

    @Bean
    @Order(2)
    SyncListener second() {
      return new SyncListener() {
        @Override
        public void onRunFinished(SyncReport report) {
          TOLD.add("second " + report.status());
        }
      };
    }

    @Bean
    SyncEngineBuilderCustomizer customizer() {
      return builder -> builder.namespace("__by_the_customizer__");
    }
  }

  @Test
  void run_beansOfTheApplication_areUsed() {
    OwnParts.TOLD.clear();
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      complete
          .withUserConfiguration(OwnParts.class)
          .withPropertyValues(
              "odoo.sync.url=" + odoo.url(),
              "odoo.sync.database=" + odoo.database(),
              "odoo.sync.login=" + odoo.login(),
              "odoo.sync.api-key=" + odoo.apiKey())
          .run(
              context -> {
                assertThat(context).doesNotHaveBean(JdbcStores.class);
                SyncReport report = context.getBean(SyncEngine.class).runAll();
                assertThat(report.isSuccessful()).as("%s", report).isTrue();
              });
      assertThat(odoo.records("res.partner"))
          .filteredOn(
              record -> record.externalId().equals("__by_the_customizer__.res_partner_teacher_1"))
          .singleElement()
          .matches(record -> record.text("function").equals("Teacher"));
    }
    assertThat(OwnParts.TOLD).containsExactly("first", "second " + RunStatus.COMPLETED);
  }

  @Test
  void schedule_dbSchedulerThere_runsAreItsTasks() {
    complete
        .withBean(com.github.kagkarlsson.scheduler.Scheduler.class, NoScheduler::make)
        .withPropertyValues("odoo.sync.schedule.full=0 0 3 * * *", "odoo.sync.schedule.changes=1m")
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              assertThat(context.getBeanNamesForType(RecurringTask.class))
                  .containsExactlyInAnyOrder(
                      "odooSyncFullTask", "odooSyncChangesTask", "odooSyncOutboxTask");
            });
  }

  @Test
  void schedule_tasksWithoutAScheduler_doesNotStart() {
    complete
        .withPropertyValues("odoo.sync.schedule.changes=1m")
        .run(
            context ->
                assertThat(failure(context))
                    .hasMessageContaining("odoo.sync.schedule.runner=in-process"));
  }

  @Test
  void schedule_noDbScheduler_runsInTheProcess() {
    complete
        .withClassLoader(new FilteredClassLoader("com.github.kagkarlsson.scheduler"))
        .withPropertyValues("odoo.sync.schedule.full=0 0 3 * * *")
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              assertThat(context).hasBean("odooSyncSchedule");
            });
  }

  @Test
  void schedule_notEnabled_hasNone() {
    complete
        .withPropertyValues(
            "odoo.sync.schedule.enabled=false", "odoo.sync.schedule.changes=" + Duration.ofHours(1))
        .run(
            context -> {
              assertThat(context).doesNotHaveBean("odooSyncSchedule");
              assertThat(context).doesNotHaveBean(RecurringTask.class);
            });
  }

  /** A scheduler over nothing, which is never started. */
  private static final class NoScheduler {
    static com.github.kagkarlsson.scheduler.Scheduler make() {
      return com.github.kagkarlsson.scheduler.Scheduler.create(new Database().dataSource()).build();
    }
  }
}
