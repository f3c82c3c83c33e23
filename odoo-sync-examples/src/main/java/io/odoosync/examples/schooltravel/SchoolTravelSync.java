package io.odoosync.examples.schooltravel;

import static io.odoosync.OdooReference.externalId;

import io.odoosync.EntityType;
import io.odoosync.SyncEngine;
import io.odoosync.SyncListener;
import io.odoosync.TaxMapping;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.odoo.OdooClient;
import javax.sql.DataSource;

/** How this application is tied to Odoo: what a host writes, all of it. */
final class SchoolTravelSync {

  /** Two references each: what Odoo 19's French chart of accounts calls the tax, and Odoo 14's. */
  private static final TaxMapping TAXES =
      TaxMapping.byRate()
          .with("TVA20", externalId("account.1_tva_normale"), externalId("l10n_fr.1_tva_normale"))
          .with(
              "TVA10",
              externalId("account.1_tva_intermediaire"),
              externalId("l10n_fr.1_tva_intermediaire"))
          .with("TVA55", externalId("account.1_tva_reduite"), externalId("l10n_fr.1_tva_reduite"));

  private SchoolTravelSync() {}

  /** The sync's tables, beside the application's own, whose columns are filled as well. */
  static JdbcStores stores(DataSource dataSource) {
    return JdbcStores.builder(dataSource)
        .createTables()
        .mirror(EntityType.CONTACT, Keys.TEACHER, "teacher", "id", "odoo_partner_id")
        .mirror(EntityType.CONTACT, Keys.GUEST, "guest", "id", "odoo_partner_id")
        .mirror(EntityType.TRAVEL, Keys.TRAVEL, "travel", "id", "odoo_lead_id")
        .mirror(EntityType.INVOICE, Keys.INVOICE, "invoice", "id", "odoo_invoice_id")
        .build();
  }

  /** The engine; an application makes one and keeps it. */
  static SyncEngine engine(
      OdooClient odoo,
      DataSource dataSource,
      JdbcStores stores,
      String namespace,
      SyncListener listener) {
    return SyncEngine.builder(odoo)
        .namespace(namespace)
        .contacts(new JdbcContactSource(dataSource))
        .travels(new JdbcTravelSource(dataSource))
        .invoices(new JdbcInvoiceSource(dataSource))
        .idStore(stores.idStore())
        .syncLog(stores.syncLogStore())
        .taxes(TAXES)
        .listener(listener)
        .build();
  }
}
