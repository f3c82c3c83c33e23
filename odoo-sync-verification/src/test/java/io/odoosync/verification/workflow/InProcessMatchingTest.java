package io.odoosync.verification.workflow;

import io.odoosync.testkit.OdooRelease;
import org.junit.jupiter.api.AfterEach;

@OnEveryRelease
class InProcessMatchingTest extends MatchingSuite {

  private final OdooUnderTest odoo;

  InProcessMatchingTest(OdooRelease release) {
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
