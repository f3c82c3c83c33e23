package io.odoosync.testkit.conformance;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * How an Odoo behaves for what the synchronisation uses. Run against the in-process Odoo, which
 * must behave so, and against real servers, which say how to: where they differ, the real one is
 * right.
 *
 * <p>A test creates what it needs under names of its own and cleans up nothing, so that it may run
 * on a server that others use at the same time.
 */
@Timeout(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OdooConformance
    implements AccessConformance,
        FieldsConformance,
        RecordConformance,
        PartnerTreeConformance,
        CompanyConformance,
        ValueConformance,
        LoadConformance,
        CreateOnlyConformance,
        AttachmentConformance,
        SaveMultiConformance,
        LeadConformance,
        LostLeadConformance,
        LeadPartnerConformance,
        MergedLeadConformance,
        InvoiceConformance,
        TotalsConformance,
        DocumentTaxConformance,
        PostingConformance,
        PaymentConformance,
        CatalogueConformance {

  private OdooUnderTest odoo;

  /** Starts or finds the server. */
  abstract OdooUnderTest connect();

  @BeforeAll
  void connectOnce() {
    odoo = connect();
  }

  @AfterAll
  void disconnect() {
    if (odoo != null) {
      odoo.close();
    }
  }

  @Override
  public OdooUnderTest odoo() {
    return odoo;
  }
}
