package io.odoosync.verification.workflow;

import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(
    value = OdooRelease.class,
    names = {"V14", "V19", "V20"})
class InProcessNewestWinsTest extends NewestWinsSuite {

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final OdooUnderTest odoo;

  InProcessNewestWinsTest(OdooRelease release) {
    this.odoo = OdooUnderTest.of(InProcessOdoo.builder(release).clock(clock).start());
  }

  @AfterEach
  void stop() {
    odoo.stop();
  }

  @Override
  Instant now() {
    return clock.instant();
  }

  @Override
  void nextSecond() {
    clock.pass(Duration.ofSeconds(1));
  }

  @Override
  OdooUnderTest odoo() {
    return odoo;
  }
}
