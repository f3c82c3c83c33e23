package io.odoosync.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.report.SyncReport;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.StoredRecord;
import org.junit.jupiter.api.Test;

class MinimalSyncTest {

  @Test
  void run_twice_createsEachContactOnce() {
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      SyncReport first = sync(odoo);
      SyncReport second = sync(odoo);

      assertThat(first.stage(EntityType.CONTACT).orElseThrow().created()).isEqualTo(2);
      assertThat(first.isSuccessful()).isTrue();
      assertThat(second.stage(EntityType.CONTACT).orElseThrow().created()).isZero();
      assertThat(second.isSuccessful()).isTrue();
      assertThat(odoo.records("res.partner"))
          .extracting(StoredRecord::externalId)
          .contains(
              "__school_travel__.res_partner_teacher_1", "__school_travel__.res_partner_teacher_2");
    }
  }

  private static SyncReport sync(InProcessOdoo odoo) {
    return MinimalSync.run(odoo.url(), odoo.database(), odoo.login(), odoo.apiKey());
  }
}
