package io.odoosync.tool;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.source.PostalAddress;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.util.List;
import javax.sql.DataSource;

/** An application that ran twice: two contacts, then one that can't be synced besides. */
final class PastRuns {

  static final LocalKey ADA = LocalKey.of("teacher", 1);

  private PastRuns() {}

  static List<SyncReport> in(DataSource database) {
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      OdooClient client =
          OdooClient.connect(
              OdooConnection.builder()
                  .url(odoo.url())
                  .database(odoo.database())
                  .login(odoo.login())
                  .apiKey(odoo.apiKey())
                  .build());
      JdbcStores stores = JdbcStores.builder(database).createTables().build();
      Contact ada = Contact.builder(ADA).name("Ada Martin").build();
      Contact luc = Contact.builder(LocalKey.of("teacher", 2)).name("Luc Morel").build();
      Contact bad =
          Contact.builder(LocalKey.of("teacher", 3))
              .name("Bad")
              .address(PostalAddress.builder().countryCode("XX").build())
              .build();
      SyncReport first = run(client, stores, ada, luc);
      return List.of(first, run(client, stores, ada, luc, bad));
    }
  }

  private static SyncReport run(OdooClient client, JdbcStores stores, Contact... contacts) {
    return SyncEngine.builder(client)
        .namespace("__tool_test__")
        .contacts(ContactSource.of(List.of(contacts)))
        .stores(stores)
        .build()
        .run(EntityType.CONTACT);
  }
}
