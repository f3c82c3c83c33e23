package io.odoosync.testkit.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odoosync.odoo.TransportChoice;
import org.junit.jupiter.api.Tag;

/**
 * Runs on a server that would be spoken to over JSON-2; elsewhere {@link RealOdooTest} does this.
 */
@Tag("real-odoo")
class RealOdooJsonRpcTest extends OdooConformance {

  @Override
  OdooUnderTest connect() {
    assumeTrue(System.getenv("ODOO_URL") != null, "ODOO_URL names no server");
    OdooUnderTest odoo = OdooUnderTest.real(TransportChoice.AUTOMATIC);
    assumeTrue(odoo.client().verify().transport() == TransportChoice.JSON2, "it has no other way");
    return OdooUnderTest.real(TransportChoice.JSON_RPC);
  }
}
