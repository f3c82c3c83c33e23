package io.odoosync.testkit.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odoosync.odoo.OdooConnection;
import org.junit.jupiter.api.Tag;

/**
 * Runs on a server that would be spoken to over JSON-2; elsewhere {@link RealOdooTest} does this.
 */
@Tag("real-odoo")
class RealOdooJsonRpcTest extends OdooConformance {

  @Override
  OdooUnderTest connect() {
    assumeTrue(System.getenv("ODOO_URL") != null, "ODOO_URL names no server");
    OdooUnderTest odoo = OdooUnderTest.real(OdooConnection.Transport.AUTOMATIC);
    assumeTrue(
        odoo.client().verify().transport() == OdooConnection.Transport.JSON2,
        "it has no other way");
    return OdooUnderTest.real(OdooConnection.Transport.JSON_RPC);
  }
}
