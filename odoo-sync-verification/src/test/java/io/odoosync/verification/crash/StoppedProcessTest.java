package io.odoosync.verification.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Stops processes of the host that talk to the in-process Odoo, and lets them go on. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no signals that stop a process")
class StoppedProcessTest {

  private static final int SAMPLE = 2;

  @Test
  void run_processStoppedBeyondItsLease_writesNothingMore() {
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      StoppedProcesses processes = new StoppedProcesses(OdooSite.of(odoo), Scenario.CHANGES);

      assertThat(processes.run(SAMPLE).lines()).isEmpty();
      assertThat(processes.noticed()).isPositive();
    }
  }
}
