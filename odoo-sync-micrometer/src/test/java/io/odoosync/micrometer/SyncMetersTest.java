package io.odoosync.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.CallObserver;
import io.odoosync.source.Contact;
import io.odoosync.store.InMemoryOutbox;
import io.odoosync.store.InMemoryStores;
import io.odoosync.store.Outbox;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SyncMetersTest {

  private static final CallObserver NOBODY = attempt -> {};

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-27T08:00:00Z"));
  private final InProcessOdoo odoo =
      InProcessOdoo.builder(OdooRelease.V19)
          .clock(clock)
          .apiKeyEnd(clock.instant().plus(Duration.ofDays(30)))
          .start();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final SyncMeters meters = new SyncMeters(registry, clock);
  private final InMemoryOutbox outbox = new InMemoryOutbox(clock);

  @AfterEach
  void close() {
    odoo.close();
  }

  private SyncEngine watched(List<Contact> teachers) {
    SyncEngine engine =
        SyncedSchool.engine(odoo, NOBODY, new InMemoryStores(), teachers)
            .outbox(outbox)
            .clock(clock)
            .listener(meters)
            .build();
    meters.watch(engine, outbox);
    return engine;
  }

  private double records(String outcome) {
    return registry.get("odoo.sync.records").tag("outcome", outcome).counter().count();
  }

  private double gauge(String name) {
    return registry.get(name).gauge().value();
  }

  private double seconds(String name) {
    return registry.get(name).timeGauge().value(java.util.concurrent.TimeUnit.SECONDS);
  }

  @Test
  void runAll_recordsByOutcome_areCounted() {
    SyncEngine engine = watched(SyncedSchool.teachers("Ada", "Luc", ""));

    engine.runAll();
    engine.runAll();

    assertThat(records("created")).isEqualTo(2);
    assertThat(records("unchanged")).isEqualTo(2);
    assertThat(records("failed")).isEqualTo(2);
    assertThat(
            registry
                .get("odoo.sync.failures")
                .tag("type", "contact")
                .tag("cause", "invalid_record")
                .counter()
                .count())
        .isEqualTo(2);
  }

  @Test
  void quarantined_recordKeepsFailing_isOne() {
    SyncEngine engine = watched(SyncedSchool.teachers(""));
    while (engine.quarantined().isEmpty()) {
      engine.runAll();
    }

    assertThat(gauge("odoo.sync.quarantined")).isEqualTo(1);
  }

  @Test
  void lastCompleted_runsThatStop_growsOld() {
    SyncEngine engine = watched(SyncedSchool.teachers("Ada"));
    assertThat(seconds("odoo.sync.last.completed.age")).isNaN();
    engine.runAll();
    clock.pass(Duration.ofMinutes(5));
    odoo.expireApiKey();
    engine.runAll();

    assertThat(seconds("odoo.sync.last.completed.age")).isEqualTo(300);
  }

  @Test
  void outbox_changeWaits_lagGrowsUntilItIsDealtWith() {
    SyncEngine engine = watched(SyncedSchool.teachers("Ada"));
    engine.runAll();
    outbox.changed(EntityType.CONTACT, List.of(SyncedSchool.teachers("Ada").get(0).key()));
    clock.pass(Duration.ofMinutes(2));

    assertThat(gauge("odoo.sync.outbox.entries")).isEqualTo(1);
    assertThat(seconds("odoo.sync.outbox.lag")).isEqualTo(120);
    engine.runOutbox();
    clock.pass(Duration.ofSeconds(SyncMeters.FRESH_SECONDS));
    assertThat(gauge("odoo.sync.outbox.entries")).isZero();
    assertThat(seconds("odoo.sync.outbox.lag")).isZero();
  }

  @Test
  void apiKey_endsInAMonth_daysAreTold() {
    assertThat(gauge("odoo.sync.api.key.days.left")).isNaN();

    watched(SyncedSchool.teachers("Ada")).runAll();

    assertThat(gauge("odoo.sync.api.key.days.left")).isEqualTo(30);
  }

  /** An outbox whose database is down. */
  private static final class Broken implements Outbox {
    private final List<String> asked = new ArrayList<>();

    @Override
    public void changed(EntityType type, Collection<LocalKey> keys) {}

    @Override
    public List<Entry> take(int limit, Instant now, Duration lease) {
      return List.of();
    }

    @Override
    public void done(Collection<Entry> entries) {}

    @Override
    public void giveBack(Collection<Entry> entries, Instant notBefore) {}

    @Override
    public long size() {
      asked.add("size");
      throw new IllegalStateException("no connection");
    }
  }

  @Test
  void gauges_storeFails_areNotANumberAndAskItSeldom() {
    Broken broken = new Broken();
    SyncEngine engine =
        SyncedSchool.engine(odoo, NOBODY, new InMemoryStores(), SyncedSchool.teachers("Ada"))
            .build();
    meters.watch(engine, broken);

    assertThat(gauge("odoo.sync.outbox.entries")).isNaN();
    assertThat(gauge("odoo.sync.outbox.entries")).isNaN();
    assertThat(broken.asked).hasSize(1);
  }
}
