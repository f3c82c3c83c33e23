package io.odoosync.verification.workflow;

import io.odoosync.testkit.OdooRelease;
import org.junit.jupiter.api.AfterEach;

@OnEveryRelease
class InProcessAccountantTest extends AccountantSuite {

  private final OdooUnderTest odoo;

  InProcessAccountantTest(OdooRelease release) {
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
