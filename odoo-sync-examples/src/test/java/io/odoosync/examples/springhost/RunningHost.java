package io.odoosync.examples.springhost;

import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.report.SyncListener;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/** The application as it runs, with an empty schema of PostgreSQL and an Odoo of its own. */
final class RunningHost implements AutoCloseable {

  private static final EmbeddedPostgres SERVER = server();
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private final InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19);
  private final ConfigurableApplicationContext application;

  private RunningHost(int connections, SyncListener listener) {
    this.application =
        new SpringApplicationBuilder(SpringHost.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .properties(properties(freshSchema(), connections))
            .initializers(
                context -> {
                  context.getBeanFactory().registerSingleton("odoo", odoo);
                  context.getBeanFactory().registerSingleton("listener", listener);
                })
            .run();
  }

  /** Starts it with a pool of so many connections. */
  static RunningHost start(int connections, SyncListener listener) {
    System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    return new RunningHost(connections, listener);
  }

  private static EmbeddedPostgres server() {
    try {
      return EmbeddedPostgres.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of a schema that nobody else uses. */
  private static String freshSchema() {
    String schema = "host" + SCHEMAS.incrementAndGet();
    try (Connection connection = SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + schema);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return SERVER.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
  }

  /** Flyway has a connection of its own: it needs two, and a pool may have one. */
  private static Map<String, Object> properties(String address, int connections) {
    return Map.of(
        "spring.datasource.url",
        address,
        "spring.datasource.hikari.maximum-pool-size",
        connections,
        "spring.datasource.hikari.connection-timeout",
        10_000,
        "spring.flyway.url",
        address,
        "spring.flyway.locations",
        "classpath:db/springhost",
        "spring.jpa.hibernate.ddl-auto",
        "validate",
        "spring.jpa.open-in-view",
        false);
  }

  InProcessOdoo odoo() {
    return odoo;
  }

  SyncEngine engine() {
    return get(SyncEngine.class);
  }

  <T> T get(Class<T> type) {
    return application.getBean(type);
  }

  /** Odoo as a person sees it who works there. */
  OdooClient person() {
    return OdooClient.connect(
        OdooConnection.builder()
            .url(odoo.url())
            .database(odoo.database())
            .login(odoo.personUser().login())
            .apiKey(odoo.personUser().apiKey())
            .build());
  }

  @Override
  public void close() {
    application.close();
    odoo.close();
  }
}
