package io.odoosync.verification.workflow;

import io.odoosync.testkit.OdooRelease;
import org.junit.jupiter.api.AfterEach;

@OnEveryRelease
class InProcessMergedLeadTest extends MergedLeadSuite {

  private final OdooUnderTest odoo;

  InProcessMergedLeadTest(OdooRelease release) {
    this.odoo = OdooUnderTest.start(release);
  }

  @AfterEach
  void stop() {
    odoo.stop();
  }

  @Override
  OdooUnderTest odoo() {
    return odoo;
  }
}
