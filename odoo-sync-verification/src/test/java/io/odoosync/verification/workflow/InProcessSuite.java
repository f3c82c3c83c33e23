package io.odoosync.verification.workflow;

import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import org.junit.jupiter.api.AfterEach;

/** A suite in which each test has an in-process Odoo 19 of its own. */
abstract class InProcessSuite extends EngineSuite {

  final InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19);
  final OdooUnderTest odoo = OdooUnderTest.of(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  OdooUnderTest odoo() {
    return odoo;
  }
}
