package io.odoosync.examples;

import io.odoosync.EntityType;
import io.odoosync.InvoicingOptions;
import io.odoosync.OdooReference;
import io.odoosync.SyncEngine;
import io.odoosync.TaxMapping;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.jdbc.Mirror;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.AdminNotifier;
import io.odoosync.source.ContactSource;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.TravelSource;
import java.net.URI;
import javax.sql.DataSource;

/** An engine as an application has it in production. The region is in the guide. */
final class DurableSync {

  private DurableSync() {}

  static SyncEngine engine(
      OdooClient odoo,
      DataSource dataSource,
      ContactSource contacts,
      TravelSource travels,
      InvoiceSource invoices,
      URI webhookAddress) {
    // region durable
    Mirror teachers =
        Mirror.of(EntityType.CONTACT, "teacher")
            .table("teacher")
            .key("id")
            .odooId("odoo_partner_id");
    JdbcStores stores = JdbcStores.builder(dataSource).createTables().mirror(teachers).build();

    SyncEngine engine =
        SyncEngine.builder(odoo)
            .namespace("__school_travel__")
            .contacts(contacts)
            .travels(travels)
            .invoices(invoices)
            .stores(stores)
            .conflictPolicy(
                ConflictPolicy.ownedByOdoo("phone", "email").otherwise(ConflictPolicy.localWins()))
            .invoicing(InvoicingOptions.builder().posting().build())
            .taxes(
                TaxMapping.byRate()
                    .with("TVA20", OdooReference.externalId("account.1_tva_normale")))
            .notifier(AdminNotifier.webhook(webhookAddress))
            .build();
    // endregion
    return engine;
  }
}
