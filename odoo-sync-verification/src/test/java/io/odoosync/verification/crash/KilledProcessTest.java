package io.odoosync.verification.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kills processes of the host that talk to the in-process Odoo. */
class KilledProcessTest {

  private static final int SAMPLE = 2;

  @ParameterizedTest
  @CsvSource({"V14, CHANGES, 1", "V19, FIRST_RUN, 4"})
  void run_processKilled_oneRecordEachAndNothingLost(
      OdooRelease release, Scenario scenario, int callsAtOnce) {
    try (InProcessOdoo odoo = InProcessOdoo.start(release)) {
      Findings findings =
          new KilledProcesses(OdooSite.of(odoo).atOnce(callsAtOnce), scenario).run(SAMPLE);

      assertThat(findings.lines()).isEmpty();
    }
  }
}
