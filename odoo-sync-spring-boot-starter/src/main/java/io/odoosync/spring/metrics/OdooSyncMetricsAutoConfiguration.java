package io.odoosync.spring.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.odoosync.SyncEngine;
import io.odoosync.micrometer.SyncMeters;
import io.odoosync.micrometer.SyncObservations;
import io.odoosync.spring.OdooSyncAutoConfiguration;
import io.odoosync.store.Outbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Meters and observations of the engine's runs and the client's calls, in the registries that the
 * application has.
 */
@AutoConfiguration(
    before = OdooSyncAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
    })
@ConditionalOnProperty(prefix = "odoo.sync", name = "enabled", matchIfMissing = true)
public class OdooSyncMetricsAutoConfiguration {

  /** Timers and spans of runs, stages and calls. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBean(ObservationRegistry.class)
  static class Observed {

    @Bean
    @ConditionalOnMissingBean
    SyncObservations odooSyncObservations(ObservationRegistry registry) {
      return new SyncObservations(registry);
    }
  }

  /** Counters and gauges. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  @ConditionalOnBean(MeterRegistry.class)
  static class Metered {

    @Bean
    @ConditionalOnMissingBean
    SyncMeters odooSyncMeters(MeterRegistry registry) {
      return new SyncMeters(registry);
    }

    @Bean
    SmartInitializingSingleton odooSyncGauges(
        SyncMeters meters, ObjectProvider<SyncEngine> engine, ObjectProvider<Outbox> outbox) {
      return () -> engine.ifUnique(found -> meters.watch(found, outbox.getIfUnique()));
    }
  }
}
