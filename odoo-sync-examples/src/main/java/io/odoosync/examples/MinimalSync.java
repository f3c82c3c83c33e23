package io.odoosync.examples;

import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.store.InMemoryStores;
import java.util.List;

/** The smallest sync: contacts from a list. The region is the README's snippet. */
public final class MinimalSync {

  private MinimalSync() {}

  /**
   * Brings two contacts into Odoo.
   *
   * @param url the server's address
   * @param database its database
   * @param login the integration user's login
   * @param apiKey the user's API key
   * @return what was done
   */
  public static SyncReport run(String url, String database, String login, String apiKey) {
    // region minimal
    OdooConnection erp =
        OdooConnection.builder().url(url).database(database).login(login).apiKey(apiKey).build();
    OdooClient odoo = OdooClient.connect(erp);

    Contact ada = Contact.builder(LocalKey.of("teacher", 1)).name("Ada Martin").build();
    Contact luc = Contact.builder(LocalKey.of("teacher", 2)).name("Luc Morel").build();
    ContactSource teachers = ContactSource.of(List.of(ada, luc));

    SyncEngine engine =
        SyncEngine.builder(odoo)
            .namespace("__school_travel__") // this application's name in Odoo
            .contacts(teachers)
            .stores(new InMemoryStores())
            .build();
    SyncReport report = engine.runAll(); // however often: two partners in Odoo
    // endregion
    return report;
  }
}
