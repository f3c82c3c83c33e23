package io.odoosync.spring.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.SyncEngine;
import io.odoosync.report.SyncReport;
import io.odoosync.spring.school.SchoolApplication;
import io.odoosync.spring.school.Teacher;
import io.odoosync.spring.school.Teachers;
import io.odoosync.spring.test.OdooSyncTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An application whose Liquibase makes the tables of the stores. */
@OdooSyncTest(
    classes = SchoolApplication.class,
    properties = {
      "spring.liquibase.enabled=true",
      "spring.liquibase.change-log=classpath:io/odoosync/jdbc/db-migration/changelog.xml",
      "odoo.sync.stores.schema=none"
    })
class LiquibaseTest {

  @Autowired private SyncEngine engine;
  @Autowired private Teachers teachers;

  @Test
  void runAll_tablesOfTheChangelog_work() {
    teachers.save(new Teacher("Ada Martin"));

    SyncReport report = engine.runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
  }
}
