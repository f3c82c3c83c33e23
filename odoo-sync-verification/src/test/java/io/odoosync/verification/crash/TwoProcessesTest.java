package io.odoosync.verification.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two JVMs on one PostgreSQL and the in-process Odoo. */
class TwoProcessesTest {

  @ParameterizedTest
  @CsvSource({"V14, false", "V19, true"})
  void run_twoProcessesAtOnce_oneRecordEach(OdooRelease release, boolean locking) {
    try (InProcessOdoo odoo = InProcessOdoo.builder(release).failLostRaces().start()) {
      TwoProcesses processes = new TwoProcesses(OdooSite.of(odoo));

      assertThat(processes.run(locking))
          .extracting(report -> report.path("status").asText())
          .allMatch(status -> !status.isEmpty());

      assertThat(processes.settle().lines()).isEmpty();
    }
  }
}
