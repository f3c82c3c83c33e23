package io.odoosync.verification.odoo;

import io.odoosync.OdooReference;
import io.odoosync.TaxMapping;

/** The French chart of accounts, which all these servers have. */
public final class FrenchChart {

  /** Finds the normal rate on Odoo 15 and later, and on Odoo 14. */
  public static final TaxMapping TAXES =
      TaxMapping.byRate()
          .with(
              "TVA20",
              OdooReference.externalId("account.1_tva_normale"),
              OdooReference.externalId("l10n_fr.1_tva_normale"));

  private FrenchChart() {}
}
