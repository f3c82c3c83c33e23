package io.odoosync.spring.actuate;

import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.report.SyncHistory;
import io.odoosync.spring.OdooSyncAutoConfiguration;
import io.odoosync.spring.OdooSyncProperties;
import io.odoosync.store.Stores;
import java.time.Clock;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health, info and an endpoint, where the application has Actuator. */
@AutoConfiguration(after = OdooSyncAutoConfiguration.class)
@ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnBean(SyncEngine.class)
public class OdooSyncActuatorAutoConfiguration {

  private static SyncState state(SyncEngine engine, OdooSyncProperties properties) {
    return new SyncState(engine, properties.health().staleAfter(), Clock.systemUTC());
  }

  @Bean
  SanitizingFunction odooSyncSecrets(OdooSyncProperties properties) {
    return new SyncSecrets(properties);
  }

  @Bean
  @ConditionalOnAvailableEndpoint
  @ConditionalOnBean(Stores.class)
  @ConditionalOnMissingBean
  OdooSyncEndpoint odooSyncEndpoint(SyncEngine engine, Stores stores) {
    return new OdooSyncEndpoint(engine, stores.syncLogStore());
  }

  @Bean
  @ConditionalOnAvailableEndpoint
  @ConditionalOnBean(Stores.class)
  @ConditionalOnMissingBean
  OdooSyncReportEndpoint odooSyncReportEndpoint(Stores stores) {
    return new OdooSyncReportEndpoint(SyncHistory.of(stores.syncLogStore()));
  }

  @Bean
  @ConditionalOnEnabledInfoContributor("odoosync")
  SyncInfo odooSyncInfoContributor(OdooConnection connection, OdooSyncProperties properties) {
    return new SyncInfo(connection, properties);
  }

  /** Boot 3 has its health indicators in Actuator. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthIndicator")
  static class OnBoot3 {

    @Bean
    @org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator(
        "odoosync")
    HealthOfBoot3 odooSyncHealthIndicator(SyncEngine engine, OdooSyncProperties properties) {
      return new HealthOfBoot3(state(engine, properties));
    }
  }

  /** Boot 4 has them in a module of their own. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
  static class OnBoot4 {

    @Bean
    @org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator(
        "odoosync")
    HealthOfBoot4 odooSyncHealthIndicator(SyncEngine engine, OdooSyncProperties properties) {
      return new HealthOfBoot4(state(engine, properties));
    }
  }
}
