package io.odoosync.spring.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.SyncEngine;
import io.odoosync.report.SyncReport;
import io.odoosync.spring.school.Teacher;
import io.odoosync.spring.school.Teachers;
import io.odoosync.spring.test.OdooSyncTest;
import io.odoosync.testkit.InProcessOdoo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the page on Spring Boot shows runs. */
@OdooSyncTest(classes = ReadmeApplication.class)
class ReadmeTest {

  @Autowired private SyncEngine engine;
  @Autowired private InProcessOdoo odoo;
  @Autowired private Teachers teachers;

  @Test
  void runAll_moreTeachersThanAPage_eachIsInOdooOnce() {
    for (int i = 1; i <= 501; i++) {
      teachers.save(new Teacher("Teacher " + i));
    }

    SyncReport first = engine.runAll();
    SyncReport second = engine.runAll();

    assertThat(first.stage(EntityType.CONTACT).orElseThrow().created()).isEqualTo(501);
    assertThat(second.stage(EntityType.CONTACT).orElseThrow().unchanged()).isEqualTo(501);
    assertThat(odoo.records("res.partner"))
        .filteredOn(record -> record.externalId().startsWith("__school__."))
        .hasSize(501);
  }
}
