package io.odoosync.verification.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FailureCause;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.AdminNews.Place;
import io.odoosync.report.SyncReport;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that renews no keys is a warning, told once, which says what to do. */
class ApiKeyRenewalRefusedTest {

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final Instant end = clock.instant().plus(Duration.ofDays(5));
  private final Administrator administrator = new Administrator();
  private final Vault vault = new Vault();

  private InProcessOdoo.Builder odoo(OdooRelease release) {
    return InProcessOdoo.builder(release).clock(clock).apiKeyEnd(end);
  }

  private SyncReport run(InProcessOdoo server) {
    KeyedEngine keyed = new KeyedEngine(OdooUnderTest.of(server));
    SyncEngine engine =
        keyed
            .engine(SchoolTravel.of(1))
            .clock(clock)
            .notifier(administrator)
            .renewApiKey(Duration.ofDays(14))
            .build();
    SyncReport first = engine.runAll();
    clock.pass(Duration.ofHours(2));
    engine.runAll();
    engine.runAll();
    return first;
  }

  private final class KeyedEngine extends EngineSuite {
    private final OdooUnderTest odoo;

    KeyedEngine(OdooUnderTest odoo) {
      this.odoo = odoo;
    }

    @Override
    OdooUnderTest odoo() {
      return odoo;
    }

    @Override
    OdooClient client() {
      return OdooClient.connect(odoo.connection().apiKeys(vault).build());
    }
  }

  private void assertToldOnce(SyncReport report, FailureCause cause, String... words) {
    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(ApiKeyRenewalTest.cause(report)).isEqualTo(cause);
    assertThat(report.apiKeyWarning()).asString().contains(words);
    assertThat(administrator.heard()).hasSize(1);
    assertThat(administrator.last().started().get(0).place()).isEqualTo(Place.API_KEY);
    assertThat(vault.find()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"V19", "V20"})
  void runAll_switchedOff_namesTheParameter(OdooRelease release) {
    try (InProcessOdoo server = odoo(release).programmaticApiKeys(false).start()) {
      assertToldOnce(
          run(server),
          FailureCause.MISSING_RIGHT,
          "Programmatic API keys are not enabled",
          "base.enable_programmatic_api_keys",
          "before " + end);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V18", "V19"})
  void runAll_methodMissing_saysThatItTakesANewerOdoo(OdooRelease release) {
    try (InProcessOdoo server = odoo(release).start()) {
      assertToldOnce(
          run(server),
          FailureCause.MISSING_IN_ODOO,
          "the API key can't be renewed",
          "as 20 does",
          "before " + end);
    }
  }

  @Test
  void runAll_keysDoNotEnd_saysNothing() {
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V14)) {
      assertThat(run(server).apiKeyWarning()).isNull();
      assertThat(administrator.heard()).isEmpty();
    }
  }
}
