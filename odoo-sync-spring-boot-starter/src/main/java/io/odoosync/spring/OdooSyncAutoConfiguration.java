package io.odoosync.spring;

import io.odoosync.SyncEngine;
import io.odoosync.jdbc.JdbcOutbox;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.jdbc.Mirror;
import io.odoosync.odoo.ApiKeyStore;
import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.store.Outbox;
import io.odoosync.store.Stores;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * The engine of an application, with its client and its stores. Each of these beans may be the
 * application's own instead. Odoo is asked nothing when the application starts, so it may be down
 * then.
 */
@AutoConfiguration(
    afterName = {
      OdooSyncAutoConfiguration.DATA_SOURCE_OF_BOOT_3,
      OdooSyncAutoConfiguration.DATA_SOURCE_OF_BOOT_4
    })
@ConditionalOnProperty(prefix = "odoo.sync", name = "enabled", matchIfMissing = true)
@EnableConfigurationProperties(OdooSyncProperties.class)
public class OdooSyncAutoConfiguration {

  static final String DATA_SOURCE_OF_BOOT_3 =
      "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration";
  static final String DATA_SOURCE_OF_BOOT_4 =
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration";

  @Bean
  @ConditionalOnMissingBean
  OdooConnection odooConnection(
      OdooSyncProperties properties,
      ObjectProvider<ApiKeyStore> keys,
      ObjectProvider<OdooConnectionBuilderCustomizer> customizers) {
    return Connections.of(properties, keys, customizers);
  }

  @Bean
  @ConditionalOnMissingBean
  OdooClient odooClient(OdooConnection connection, ObjectProvider<CallObserver> observers) {
    return observers
        .orderedStream()
        .reduce(OdooClient.connect(connection), OdooClient::observedBy, (first, second) -> second);
  }

  @Bean
  @ConditionalOnMissingBean(Stores.class)
  @ConditionalOnSingleCandidate(DataSource.class)
  JdbcStores odooSyncStores(
      OdooSyncProperties properties,
      DataSource dataSource,
      ObjectProvider<Mirror> mirrors,
      ObjectProvider<JdbcStoresBuilderCustomizer> customizers) {
    return JdbcStoresSetup.stores(properties.stores(), dataSource, mirrors, customizers);
  }

  @Bean
  @ConditionalOnMissingBean(Outbox.class)
  @ConditionalOnSingleCandidate(JdbcStores.class)
  JdbcOutbox odooSyncOutbox(JdbcStores stores) {
    return stores.outbox();
  }

  @Bean
  @ConditionalOnMissingBean
  SyncEngine syncEngine(OdooSyncProperties properties, OdooClient client, BeanFactory beans) {
    return new EngineParts(properties, beans).engine(client);
  }
}
