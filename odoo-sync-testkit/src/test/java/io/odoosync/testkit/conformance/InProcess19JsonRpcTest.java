package io.odoosync.testkit.conformance;

import io.odoosync.odoo.OdooConnection;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;

class InProcess19JsonRpcTest extends OdooConformance {

  @Override
  OdooUnderTest connect() {
    return OdooUnderTest.inProcess(
        InProcessOdoo.start(OdooRelease.V19), OdooConnection.Transport.JSON_RPC);
  }
}
