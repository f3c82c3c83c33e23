package io.odoosync.examples.springhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.odoosync.EntityType;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncListener;
import io.odoosync.report.SyncReport;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.testkit.StoredRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What an application with JPA does to a guest, one thing at a time. */
class SpringHostTest {

  private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

  private static RunningHost host;
  private static Teachers teachers;

  @BeforeAll
  static void start() {
    host = RunningHost.start(10, new SyncListener() {});
    teachers = host.get(Teachers.class);
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  private static Teacher teacher(long number) {
    return new Teacher(new UUID(0, number), "Teacher " + number, NOW);
  }

  private static Teacher stored(long number) {
    return teachers.findById(new UUID(0, number)).orElseThrow();
  }

  private static List<StoredRecord> partners(long number) {
    String id = SpringHost.NAMESPACE + ".res_partner_teacher_" + new UUID(0, number);
    return host.odoo().records("res.partner").stream()
        .filter(record -> record.externalId().equals(id))
        .toList();
  }

  private static StoredRecord partner(long number) {
    return partners(number).get(0);
  }

  private SyncReport run() {
    SyncReport report = host.engine().runAll();
    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    return report;
  }

  @Test
  void runAll_inATransactionalServiceThatRollsBack_isRefusedAndLeavesNoGhost() {
    List<SyncReport> reports = new ArrayList<>();

    assertThatIllegalStateException()
        .isThrownBy(() -> host.get(Enrolment.class).saveAndSyncAndFail(teacher(1), reports::add));

    assertThat(reports).singleElement().matches(report -> report.status() == RunStatus.STOPPED);
    assertThat(reports.get(0).stopped())
        .asString()
        .contains(Enrolment.class.getName() + ".saveAndSyncAndFail");
    run();
    assertThat(partners(1)).isEmpty();
  }

  /** A run that began would wait for the row, and whoever holds it waits for the run. */
  @Test
  void runAll_inATransactionThatHoldsAMirroredRow_isRefused() {
    teachers.save(teacher(2));
    TransactionTemplate transaction = host.get(TransactionTemplate.class);

    SyncReport report =
        transaction.execute(
            status -> {
              stored(2).name = "Anne";
              teachers.flush();
              return host.engine().runAll();
            });

    assertThat(report.status()).isEqualTo(RunStatus.STOPPED);
    run();
    assertThat(stored(2).odooPartnerId).isEqualTo(partner(2).id());
    assertThat(partner(2).text("name")).isEqualTo("Anne");
  }

  @Test
  void runAll_applyInATransactionThatOnlyReads_isTakenAgain() {
    teachers.save(teacher(3));
    run();
    editPhone(3, "1");
    TransactionTemplate transaction = host.get(TransactionTemplate.class);
    transaction.setReadOnly(true);
    SyncReport report = run();
    transaction.setReadOnly(false);
    assertThat(report.stage(EntityType.CONTACT).orElseThrow().pulled()).isEqualTo(1);
    assertThat(stored(3).phone).as("Hibernate flushed nothing").isNull();

    run();

    assertThat(partner(3).text("phone")).isEqualTo("1");
    assertThat(stored(3).phone).isEqualTo("1");
    assertThat(warnings(3)).singleElement().asString().contains("[phone] is not in the source");
  }

  @Test
  void runAll_entityFromBeforeTheRunIsSaved_mirrorIsMended() {
    Teacher open = teachers.save(teacher(4));
    run();
    open.updatedAt = NOW.plusSeconds(1);
    teachers.save(open);
    assertThat(stored(4).odooPartnerId).as("Hibernate writes all columns").isNull();

    run();

    assertThat(stored(4).odooPartnerId).isEqualTo(partner(4).id());
  }

  private static void editPhone(long number, String phone) {
    host.person()
        .write("res.partner", List.of(stored(number).odooPartnerId), Map.of("phone", phone));
  }

  private static List<String> warnings(long number) {
    return host.get(JdbcStores.class).syncLogStore().find(SyncLogQuery.all()).stream()
        .filter(entry -> entry.event() == SyncEvent.RECORD_WARNING)
        .filter(entry -> JpaContactSource.key(new UUID(0, number)).equals(entry.key()))
        .map(SyncLogEntry::message)
        .toList();
  }
}
