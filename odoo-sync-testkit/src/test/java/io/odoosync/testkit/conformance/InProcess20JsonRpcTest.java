package io.odoosync.testkit.conformance;

import io.odoosync.odoo.OdooConnection;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;

class InProcess20JsonRpcTest extends OdooConformance {

  @Override
  OdooUnderTest connect() {
    return OdooUnderTest.inProcess(
        InProcessOdoo.start(OdooRelease.V20), OdooConnection.Transport.JSON_RPC);
  }
}
