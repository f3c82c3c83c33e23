package io.odoosync.spring.school;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.SyncEngine;
import io.odoosync.spring.test.OdooSyncTest;
import io.odoosync.testkit.InProcessOdoo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

// region test
@OdooSyncTest
class TeacherSyncTest {

  @Autowired SyncEngine engine;
  @Autowired InProcessOdoo odoo;
  @Autowired Enrolment enrolment;
  @Autowired Teachers teachers;

  @Test
  void save_newTeacher_isInOdoo() {
    Teacher ada = enrolment.save(new Teacher("Ada Martin"));

    engine.runOutbox();

    Long id = teachers.findById(ada.id()).orElseThrow().odooPartnerId();
    assertThat(odoo.records("res.partner"))
        .filteredOn(partner -> partner.id() == id)
        .singleElement()
        .returns("Ada Martin", partner -> partner.text("name"));
  }
}
// endregion
