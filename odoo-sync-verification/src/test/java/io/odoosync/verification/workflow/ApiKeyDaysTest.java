package io.odoosync.verification.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FailureCause;
import io.odoosync.SyncEngine;
import io.odoosync.report.AdminNews;
import io.odoosync.report.AdminNews.Place;
import io.odoosync.report.ApiKeyExpiry;
import io.odoosync.report.SyncReport;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A key that ends is told of in time: by each run's report, and once to the administrator. */
class ApiKeyDaysTest extends EngineSuite {

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final Instant end = clock.instant().plus(Duration.ofDays(20));
  private final InProcessOdoo server =
      InProcessOdoo.builder(OdooRelease.V19).clock(clock).apiKeyEnd(end).start();
  private final OdooUnderTest odoo = OdooUnderTest.of(server);
  private final Administrator administrator = new Administrator();

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  OdooUnderTest odoo() {
    return odoo;
  }

  private SyncEngine engine() {
    return engine(SchoolTravel.of(1), client()).clock(clock).notifier(administrator).build();
  }

  @Test
  void runAll_keyEndsLater_reportSaysWhenAndNobodyIsTold() {
    SyncReport report = engine().runAll();

    assertThat(report.apiKey()).isEqualTo(new ApiKeyExpiry(end, 20, 1));
    assertThat(report.apiKeyWarning()).isNull();
    assertThat(report.toString()).contains("expires at " + end + ", in 20 days");
    assertThat(administrator.heard()).isEmpty();
  }

  @Test
  void runAll_keyEndsSoon_isToldOnceAndTheRunSucceeds() {
    SyncEngine engine = engine();
    engine.runAll();
    clock.pass(Duration.ofDays(7));

    SyncReport report = engine.runAll();
    engine.runAll();
    clock.pass(Duration.ofDays(2));
    engine.runAll();

    assertThat(report.isSuccessful()).isTrue();
    assertThat(Objects.requireNonNull(report.apiKey()).daysLeft()).isEqualTo(13);
    assertThat(report.apiKeyWarning()).asString().contains("in 13 days", "create a new one");
    assertThat(administrator.heard()).hasSize(1);
    AdminNews.Item item = administrator.last().started().get(0);
    assertThat(item.place()).isEqualTo(Place.API_KEY);
    assertThat(item.cause()).isEqualTo(FailureCause.REFUSED_KEY);
    assertThat(item.toString()).startsWith("the API key, REFUSED_KEY: ").contains("in 13 days");
  }

  @Test
  void runAll_keyHasEnded_stopsAndSaysThatItMayHaveExpired() {
    SyncEngine engine = engine();
    clock.pass(Duration.ofDays(21));

    SyncReport report = engine.runAll();

    assertThat(report.stopped())
        .asString()
        .contains("API key", "may have expired", "create a new API key", "Account Security");
  }
}
