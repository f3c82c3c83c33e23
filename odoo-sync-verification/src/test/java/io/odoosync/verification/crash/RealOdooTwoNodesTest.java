package io.odoosync.verification.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two JVMs on one PostgreSQL and one real Odoo, with and without the lock that keeps them apart.
 */
@Tag("real-odoo")
class RealOdooTwoNodesTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void run_twoProcessesAtOnce_oneRecordEach(boolean locking) {
    TwoProcesses processes = new TwoProcesses(OdooSite.fromEnvironment());

    assertThat(processes.run(locking))
        .extracting(report -> report.path("status").asText())
        .allMatch(status -> !status.isEmpty());

    assertThat(processes.settle().lines()).isEmpty();
  }
}
