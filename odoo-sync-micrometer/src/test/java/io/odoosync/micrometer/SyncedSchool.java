package io.odoosync.micrometer;

import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.store.InMemoryStores;
import io.odoosync.testkit.InProcessOdoo;
import java.util.Arrays;
import java.util.List;

/** An engine over some teachers. */
final class SyncedSchool {

  static final String NAMESPACE = "__school__";

  private SyncedSchool() {}

  static OdooClient client(InProcessOdoo odoo) {
    return OdooClient.connect(
        OdooConnection.builder()
            .url(odoo.url())
            .database(odoo.database())
            .login(odoo.login())
            .apiKey(odoo.apiKey())
            .build());
  }

  /** Teachers of these names. */
  static List<Contact> teachers(String... names) {
    return Arrays.stream(names)
        .map(
            name ->
                Contact.builder(LocalKey.of("teacher", Integer.toUnsignedLong(name.hashCode())))
                    .name(name)
                    .build())
        .toList();
  }

  static SyncEngineBuilder engine(
      InProcessOdoo odoo, CallObserver observer, InMemoryStores stores, List<Contact> teachers) {
    return SyncEngine.builder(client(odoo).observedBy(observer))
        .namespace(NAMESPACE)
        .contacts(ContactSource.of(teachers))
        .stores(stores);
  }
}
