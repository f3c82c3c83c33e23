package io.odoosync.verification.workflow;

import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import org.junit.jupiter.api.AfterEach;

class InProcess14FrenchRulesTest extends FrenchRulesSuite {

  private final InProcessOdoo server = InProcessOdoo.start(OdooRelease.V14);
  private final OdooUnderTest odoo = OdooUnderTest.of(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  OdooUnderTest odoo() {
    return odoo;
  }
}
