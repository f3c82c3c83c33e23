package io.odoosync.examples.springhost;

import io.odoosync.EntityType;
import io.odoosync.SyncEngine;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.jdbc.Mirror;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.report.SyncListener;
import io.odoosync.source.ContactSource;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.TravelSource;
import io.odoosync.testkit.InProcessOdoo;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;

/** The application: what a newcomer writes to have it synced. */
@SpringBootApplication
class SpringHost {

  static final String NAMESPACE = "__spring_host__";

  /** The host's tables, then the sync's own, each with a history of its own. */
  @Bean
  FlywayMigrationStrategy migrations() {
    return host -> {
      host.migrate();
      Flyway.configure()
          .dataSource(host.getConfiguration().getDataSource())
          .locations("classpath:io/odoosync/jdbc/db-migration/postgresql")
          .table("odoo_sync_schema_history")
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    };
  }

  @Bean
  @DependsOn("flywayInitializer")
  JdbcStores stores(DataSource dataSource) {
    return JdbcStores.builder(dataSource)
        .mirror(mirror(EntityType.CONTACT, "teacher", "odoo_partner_id"))
        .mirror(mirror(EntityType.TRAVEL, "trip", "odoo_lead_id"))
        .mirror(mirror(EntityType.INVOICE, "bill", "odoo_invoice_id"))
        .build();
  }

  private static Mirror mirror(EntityType type, String table, String column) {
    return Mirror.of(type, table).table(table).key("id").odooId(column);
  }

  @Bean
  OdooClient client(InProcessOdoo odoo) {
    return OdooClient.connect(
        OdooConnection.builder()
            .url(odoo.url())
            .database(odoo.database())
            .login(odoo.login())
            .apiKey(odoo.apiKey())
            .build());
  }

  @Bean
  SyncEngine engine(
      OdooClient client,
      JdbcStores stores,
      ContactSource contacts,
      TravelSource travels,
      InvoiceSource invoices,
      SyncListener listener) {
    return SyncEngine.builder(client)
        .namespace(NAMESPACE)
        .contacts(contacts)
        .travels(travels)
        .invoices(invoices)
        .stores(stores)
        .conflictPolicy(ConflictPolicy.ownedByOdoo("phone").otherwise(ConflictPolicy.localWins()))
        .listener(listener)
        .build();
  }
}
