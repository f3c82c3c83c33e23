package io.odoosync.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.SyncListener;
import io.odoosync.source.ContactSource;
import io.odoosync.store.InMemoryStores;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the guide's page on monitoring says. */
class MonitoringPageTest {

  @Test
  void runAll_observedWithoutSpring_isMeasured() {
    MeterRegistry meterRegistry = new SimpleMeterRegistry();
    ObservationRegistry observationRegistry = ObservationRegistry.create();
    observationRegistry
        .observationConfig()
        .observationHandler(new DefaultMeterObservationHandler(meterRegistry));
    InMemoryStores stores = new InMemoryStores();
    ContactSource teachers = ContactSource.of(SyncedSchool.teachers("Ada", "Luc"));
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      OdooClient odoo = SyncedSchool.client(server);
      // region observed
      SyncObservations observations = new SyncObservations(observationRegistry);
      SyncMeters meters = new SyncMeters(meterRegistry);
      SyncEngine engine =
          SyncEngine.builder(odoo.observedBy(observations))
              .namespace("__school__")
              .contacts(teachers)
              .stores(stores)
              .listener(SyncListener.all(List.of(observations, meters)))
              .build();
      meters.watch(engine, stores.outbox());
      // endregion

      engine.runAll();

      assertThat(meterRegistry.get("odoo.sync.run").timer().count()).isEqualTo(1);
      assertThat(meterRegistry.get("odoo.sync.outbox.entries").gauge().value()).isZero();
    }
  }
}
