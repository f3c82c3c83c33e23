package io.odoosync.verification.workflow;

import org.junit.jupiter.api.Tag;

@Tag("real-odoo")
class RealOdooChangesTest extends ChangesSuite {

  private final OdooUnderTest odoo = OdooUnderTest.fromEnvironment();

  @Override
  OdooUnderTest odoo() {
    return odoo;
  }
}
