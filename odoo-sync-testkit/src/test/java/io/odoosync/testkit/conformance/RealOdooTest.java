package io.odoosync.testkit.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odoosync.odoo.OdooConnection;
import org.junit.jupiter.api.Tag;

/** Runs on whichever version ODOO_URL leads to. */
@Tag("real-odoo")
class RealOdooTest extends OdooConformance {

  @Override
  OdooUnderTest connect() {
    assumeTrue(System.getenv("ODOO_URL") != null, "ODOO_URL names no server");
    return OdooUnderTest.real(OdooConnection.Transport.AUTOMATIC);
  }
}
