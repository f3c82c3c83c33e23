package io.odoosync.examples.guide;

import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.source.Contact;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.StoredRecord;

/** What the guide's tests have in common. */
final class Guide {

  static final LocalKey ADA = LocalKey.of("teacher", 1);

  private Guide() {}

  static OdooClient client(InProcessOdoo server) {
    return OdooClient.connect(
        OdooConnection.builder()
            .url(server.url())
            .database(server.database())
            .login(server.login())
            .apiKey(server.apiKey())
            .build());
  }

  static SyncEngineBuilder engine(InProcessOdoo server) {
    return SyncEngine.builder(client(server)).namespace("__school__");
  }

  static Contact.Builder ada() {
    return Contact.builder(ADA).name("Ada Martin").email("ada@example.com").phone("01 02 03 04 05");
  }

  /** The record that the sync made of a local one. */
  static StoredRecord synced(InProcessOdoo server, String name) {
    return server.person().recordOf("__school__." + name).orElseThrow();
  }
}
