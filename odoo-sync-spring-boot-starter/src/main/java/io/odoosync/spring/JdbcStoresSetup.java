package io.odoosync.spring;

import io.odoosync.jdbc.Database;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.jdbc.Mirror;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.ClassUtils;

/** The stores on the application's database, and their tables. */
final class JdbcStoresSetup {

  /** The table in which Flyway notes what it did for the stores. */
  static final String HISTORY_TABLE = "odoo_sync_schema_history";

  private static final String FLYWAY = "org.flywaydb.core.Flyway";
  private static final String MIGRATIONS = "classpath:io/odoosync/jdbc/db-migration/";

  private JdbcStoresSetup() {}

  static JdbcStores stores(
      OdooSyncProperties.Stores properties,
      DataSource dataSource,
      ObjectProvider<Mirror> mirrors,
      ObjectProvider<JdbcStoresBuilderCustomizer> customizers) {
    JdbcStores.Builder builder = JdbcStores.builder(dataSource);
    Checked.set("stores.lease-time", properties.leaseTime(), builder::leaseTime);
    Checked.set("stores.lock-timeout", properties.lockTimeout(), builder::lockTimeout);
    mirrors.orderedStream().forEach(builder::mirror);
    customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
    switch (properties.schema()) {
      case CREATE -> builder.createTables();
      case FLYWAY -> migrate(dataSource);
      case NONE -> {}
    }
    return builder.build();
  }

  private static void migrate(DataSource dataSource) {
    if (!ClassUtils.isPresent(FLYWAY, JdbcStoresSetup.class.getClassLoader())) {
      throw new InvalidSyncPropertyException(
          "The property odoo.sync.stores.schema is flyway, but there is no Flyway.",
          "Add org.flywaydb:flyway-core, or set odoo.sync.stores.schema=create.");
    }
    ByFlyway.migrate(dataSource);
  }

  /** A class of its own, loaded only where there is a Flyway. */
  private static final class ByFlyway {

    private static void migrate(DataSource dataSource) {
      Flyway.configure()
          .dataSource(dataSource)
          .locations(MIGRATIONS + product(dataSource).name().toLowerCase(Locale.ROOT))
          .table(HISTORY_TABLE)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    }

    private static Database product(DataSource dataSource) {
      try (Connection connection = dataSource.getConnection()) {
        return Database.named(connection.getMetaData().getDatabaseProductName());
      } catch (SQLException e) {
        throw new IllegalStateException("could not ask for the database's product", e);
      }
    }
  }
}
