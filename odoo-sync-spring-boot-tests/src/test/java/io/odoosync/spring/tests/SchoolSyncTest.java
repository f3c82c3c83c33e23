package io.odoosync.spring.tests;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.report.SyncReport;
import io.odoosync.spring.school.Enrolment;
import io.odoosync.spring.school.SchoolApplication;
import io.odoosync.spring.school.Teacher;
import io.odoosync.spring.school.Teachers;
import io.odoosync.spring.test.OdooSyncTest;
import io.odoosync.store.Outbox;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.StoredRecord;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The application with JPA in step with Odoo. */
@OdooSyncTest(classes = SchoolApplication.class)
class SchoolSyncTest {

  @Autowired private SyncEngine engine;
  @Autowired private InProcessOdoo odoo;
  @Autowired private Enrolment enrolment;
  @Autowired private Teachers teachers;
  @Autowired private Outbox outbox;
  @Autowired private TransactionTemplate transaction;

  @BeforeEach
  void emptyOutbox() {
    engine.runOutbox();
  }

  private StoredRecord partner(Teacher teacher) {
    String id = "__school__.res_partner_teacher_" + teacher.id();
    return odoo.records("res.partner").stream()
        .filter(record -> record.externalId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void runAll_newTeacher_isInOdooAndMirrored() {
    Teacher ada = teachers.save(new Teacher("Ada Martin"));

    SyncReport report = engine.runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(partner(ada).text("name")).isEqualTo("Ada Martin");
    assertThat(teachers.findById(ada.id()).orElseThrow().odooPartnerId())
        .isEqualTo(partner(ada).id());
  }

  @Test
  void runOutbox_savedInATransaction_isInOdoo() {
    Teacher luc = enrolment.save(new Teacher("Luc Morel"));

    Optional<SyncReport> report = engine.runOutbox();

    assertThat(report).isPresent();
    assertThat(partner(luc).text("name")).isEqualTo("Luc Morel");
    assertThat(outbox.size()).isZero();
  }

  @Test
  void save_rolledBack_leavesNothingInTheOutbox() {
    assertThatIllegalStateException()
        .isThrownBy(() -> enrolment.saveAndFail(new Teacher("Nobody")));

    assertThat(outbox.size()).isZero();
  }

  @Test
  void runAll_phoneChangedInOdoo_isTakenOver() {
    Teacher eve = teachers.save(new Teacher("Eve Blanc"));
    engine.runAll();
    odoo.person().write("res.partner", partner(eve).id(), Map.of("phone", "12345"));

    engine.runAll();

    assertThat(teachers.findById(eve.id()).orElseThrow().phone()).isEqualTo("12345");
  }

  /**
   * Saved with a stale copy, which does not have the id: the column is not Hibernate's to write.
   */
  @Test
  void save_entityFromBeforeTheRun_leavesTheMirror() {
    Teacher old = teachers.save(new Teacher("Max Noir"));
    engine.runAll();
    old.rename("Max Noir-Blanc");
    teachers.save(old);

    assertThat(teachers.findById(old.id()).orElseThrow().odooPartnerId())
        .isEqualTo(partner(old).id());
  }

  @Test
  void runAll_insideATransaction_isRefusedWithWords() {
    SyncReport report = transaction.execute(status -> engine.runAll());

    assertThat(report.stopped()).asString().contains("transaction");
  }

  @Test
  void sync_oneTeacher_isInOdooAtOnce() {
    Teacher zoe = teachers.save(new Teacher("Zoé Roux"));

    SyncReport report = engine.sync(CONTACT, LocalKey.of("teacher", zoe.id()));

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(partner(zoe).text("name")).isEqualTo("Zoé Roux");
  }
}
