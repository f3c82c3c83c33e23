package io.odoosync.verification.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.testkit.OdooRelease;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stops the world at the boundaries of a run, with the in-process Odoo; see {@link Share}. */
class CrashMatrixTest {

  @ParameterizedTest
  @CsvSource({"V14, FIRST_RUN", "V19, FIRST_RUN", "V14, CHANGES", "V19, CHANGES"})
  void run_worldStopsAtAnyBoundary_oneRecordEachAndNothingLost(
      OdooRelease release, Scenario scenario) {
    Findings findings = new CrashMatrix(release, scenario, Stores::inMemory, Share.wanted()).run();

    assertThat(findings.lines()).isEmpty();
  }
}
