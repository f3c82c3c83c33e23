package io.odoosync.verification.workflow;

import io.odoosync.testkit.OdooRelease;
import org.junit.jupiter.api.AfterEach;

@OnEveryRelease
class InProcessCrmTest extends CrmSuite {

  private final OdooUnderTest odoo;

  InProcessCrmTest(OdooRelease release) {
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
