package io.odoosync.examples.schooltravel;

import static io.odoosync.OdooReference.externalId;

import io.odoosync.Brakes;
import io.odoosync.EntityType;
import io.odoosync.SyncEngine;
import io.odoosync.TaxMapping;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.jdbc.Mirror;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.SyncListener;
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

  /** More changes in a day than these look like a mistake: the run stops, and a person looks. */
  private static final int MAX_UPDATE_PERCENT = 20;

  private static final long UPDATES_ALLOWED = 50;

  /**
   * Who answers the phone knows the number, and salespeople know when a customer decides: these
   * come from Odoo. Everything else is this application's business.
   */
  private static final ConflictPolicy WHO_WINS =
      ConflictPolicy.ownedByOdoo("phone", "email", "date_deadline")
          .otherwise(ConflictPolicy.localWins());

  private SchoolTravelSync() {}

  /** The sync's tables, beside the application's own, whose columns are filled as well. */
  static JdbcStores stores(DataSource dataSource) {
    return JdbcStores.builder(dataSource)
        .createTables()
        .mirror(mirror(EntityType.CONTACT, Keys.TEACHER).odooId("odoo_partner_id"))
        .mirror(mirror(EntityType.CONTACT, Keys.GUEST).odooId("odoo_partner_id"))
        .mirror(mirror(EntityType.TRAVEL, Keys.TRAVEL).odooId("odoo_lead_id"))
        .mirror(mirror(EntityType.INVOICE, Keys.INVOICE).odooId("odoo_invoice_id"))
        .build();
  }

  /** Each kind has a table of its name. */
  private static Mirror mirror(EntityType type, String kind) {
    return Mirror.of(type, kind).table(kind).key("id");
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
        .stores(stores)
        .conflictPolicy(WHO_WINS)
        .brakes(Brakes.DEFAULT.withMaxUpdates(MAX_UPDATE_PERCENT, UPDATES_ALLOWED))
        .taxes(TAXES)
        .listener(listener)
        .build();
  }
}
