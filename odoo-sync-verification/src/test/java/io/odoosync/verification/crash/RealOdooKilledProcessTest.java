package io.odoosync.verification.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kills processes of the host that talk to a real Odoo. */
@Tag("real-odoo")
class RealOdooKilledProcessTest {

  private static final int SAMPLE = 16;

  @ParameterizedTest
  @EnumSource
  void run_processKilled_oneRecordEachAndNothingLost(Scenario scenario) {
    Findings findings = new KilledProcesses(OdooSite.fromEnvironment(), scenario).run(SAMPLE);

    assertThat(findings.lines()).isEmpty();
  }
}
