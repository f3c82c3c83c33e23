package io.odoosync.verification.workflow;

import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import org.junit.jupiter.api.AfterEach;

class InProcess20ConflictTest extends ConflictSuite {

  private final InProcessOdoo server = InProcessOdoo.start(OdooRelease.V20);
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
