package io.odoosync.verification.workflow;

import io.odoosync.testkit.OdooRelease;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(
    value = OdooRelease.class,
    names = {"V14", "V19", "V20"})
class InProcessSideEffectTest extends SideEffectSuite {

  private final OdooUnderTest odoo;

  InProcessSideEffectTest(OdooRelease release) {
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
