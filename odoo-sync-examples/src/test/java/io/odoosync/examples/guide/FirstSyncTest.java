// region file
package io.odoosync.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.report.StageReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.store.InMemoryStores;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstSyncTest {

  @Test
  void runAll_twice_createsTheTeacherOnce() {
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      OdooClient odoo =
          OdooClient.connect(
              OdooConnection.builder()
                  .url(server.url())
                  .database(server.database())
                  .login(server.login())
                  .apiKey(server.apiKey())
                  .build());
      Contact ada =
          Contact.builder(LocalKey.of("teacher", 1))
              .name("Ada Martin")
              .email("ada@example.com")
              .build();
      SyncEngine engine =
          SyncEngine.builder(odoo)
              .namespace("__school__")
              .contacts(ContactSource.of(List.of(ada)))
              .stores(new InMemoryStores())
              .build();

      StageReport first = engine.runAll().stage(EntityType.CONTACT).orElseThrow();
      StageReport second = engine.runAll().stage(EntityType.CONTACT).orElseThrow();

      assertThat(first.created()).isEqualTo(1);
      assertThat(second.unchanged()).isEqualTo(1);
      assertThat(server.records("res.partner"))
          .filteredOn(partner -> partner.text("email").equals("ada@example.com"))
          .hasSize(1);
    }
  }
}
// endregion
