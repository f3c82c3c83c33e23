package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.invoiceKey;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travel;
import static io.odoosync.verification.workflow.SchoolTravel.travelKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.FailureCause;
import io.odoosync.GoneRecordPolicy;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.TravelSource;
import io.odoosync.source.TravelState;
import io.odoosync.store.Link;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A row that a source can't read is one failed record. */
class UnreadableRowTest extends InProcessSuite {

  private static final String WHY = "its row can't be read: java.sql.SQLException: no such kind";

  private final SchoolTravel host = SchoolTravel.of(3);
  private final SyncEngine engine =
      engine(host).goneRecords(GoneRecordPolicy.ARCHIVE).batchSize(CONTACT, 2).build();

  private static Contact broken(int number) {
    return ContactSource.read(
        teacherKey(number),
        () -> {
          throw new SQLException("no such kind");
        });
  }

  private static void assertFailed(StageReport stage, LocalKey key, String words) {
    assertThat(stage.failed()).as("%s", stage).isEqualTo(1);
    RecordFailure failure = stage.failures().get(0);
    assertThat(failure.key()).isEqualTo(key);
    assertThat(failure.kind()).isEqualTo(RecordFailure.Kind.FAILED);
    assertThat(failure.cause()).isEqualTo(FailureCause.HOST_FAULT);
    assertThat(failure.reason()).contains(words);
  }

  private Link link(EntityType type, LocalKey key) {
    return Objects.requireNonNull(ids().find(type, List.of(key)).get(key));
  }

  @Test
  void runAll_newRow_failsAloneAndBlocksWhatWaitsForItWithTheReason() {
    host.put(broken(2));

    SyncReport report = engine.runAll();

    assertThat(stage(report, CONTACT).created()).isEqualTo(2);
    assertFailed(stage(report, CONTACT), teacherKey(2), WHY);
    for (EntityType type : List.of(TRAVEL, INVOICE)) {
      assertThat(stage(report, type).created()).isEqualTo(2);
      assertThat(stage(report, type).blocked()).isEqualTo(1);
      assertThat(stage(report, type).failures().get(0).reason()).contains("teacher/2: " + WHY);
    }
  }

  @Test
  void run_customerThatIsAskedFor_blocksWithTheReason() {
    host.put(broken(2));

    SyncReport report = engine.run(TRAVEL);

    assertFailed(stage(report, CONTACT), teacherKey(2), WHY);
    assertThat(stage(report, TRAVEL).failures().get(0).reason()).contains("teacher/2: " + WHY);
    assertThat(stage(report, TRAVEL).created()).isEqualTo(2);
  }

  @Test
  void runAll_companyOfAnEarlierContact_isCountedOnce() {
    host.put(teacher(1).company(teacherKey(3)).build(), broken(3));

    StageReport contacts = stage(engine.runAll(), CONTACT);

    assertThat(contacts.read()).isEqualTo(3);
    assertThat(contacts.failed()).isEqualTo(1);
    assertThat(contacts.blocked()).isEqualTo(1);
    assertThat(contacts.created()).isEqualTo(1);
  }

  @Test
  void runAll_linkedRow_leavesLinkAndOdooAsTheyAreInEachRun() {
    engine.runAll();
    Link before = link(CONTACT, teacherKey(2));
    host.put(broken(2));
    writes().clear();

    for (int run = 0; run < 5; run++) {
      SyncReport report = engine.runAll();
      assertThat(stage(report, CONTACT).unchanged()).isEqualTo(2);
      assertFailed(stage(report, CONTACT), teacherKey(2), WHY);
      assertThat(stage(report, TRAVEL).unchanged()).isEqualTo(3);
    }

    assertThat(writes()).isEmpty();
    assertThat(link(CONTACT, teacherKey(2))).isEqualTo(before);
    assertThat(engine.quarantined()).isEmpty();
    assertThat(read(CONTACT, teacherKey(2), "active").flag("active")).isTrue();
    host.put(teacher(2).name("Mended").build());
    assertThat(stage(engine.runAll(), CONTACT).updated()).isEqualTo(1);
  }

  @Test
  void runAll_allRows_failAndNothingIsArchived() {
    engine.runAll();
    host.put(broken(1), broken(2), broken(3));
    writes().clear();

    SyncReport report = engine.runAll();

    assertThat(stage(report, CONTACT).failed()).isEqualTo(3);
    assertThat(writes()).isEmpty();
  }

  @Test
  void runAll_travelAndInvoice_failAlone() {
    host.put(
        TravelSource.read(travelKey(1), () -> travel(1, TravelState.valueOf("DREAMT")).build()),
        InvoiceSource.unreadable(invoiceKey("i1"), "its PDF is empty"));

    SyncReport report = engine.runAll();

    assertFailed(stage(report, TRAVEL), travelKey(1), "TravelState.DREAMT");
    assertFailed(stage(report, INVOICE), invoiceKey("i1"), "its PDF is empty");
    assertThat(stage(report, TRAVEL).created()).isEqualTo(2);
    assertThat(stage(report, INVOICE).created()).isEqualTo(2);
  }

  @Test
  void plan_row_isShownAsFailedWithWhatWaitsForIt() {
    host.put(broken(2));

    SyncPlan plan = engine.plan();

    assertThat(plan.stopped()).isNull();
    assertThat(plan.records())
        .filteredOn(record -> record.key().equals(teacherKey(2)))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.action()).isEqualTo(PlannedRecord.Action.FAIL);
              assertThat(record.reason()).contains(WHY);
            });
    assertThat(plan.records())
        .filteredOn(record -> record.action() == PlannedRecord.Action.BLOCK)
        .allSatisfy(record -> assertThat(record.reason()).contains("teacher/2: " + WHY))
        .extracting(PlannedRecord::key)
        .containsExactly(travelKey(2), invoiceKey("i2"));
  }

  @Test
  void read_rowOfAnotherKeyOrNone_isUnreadable() {
    assertThat(
            Map.of(
                "other", ContactSource.read(teacherKey(1), () -> teacher(2).build()),
                "none", ContactSource.read(teacherKey(1), () -> null)))
        .allSatisfy(
            (name, contact) -> {
              assertThat(contact.key()).isEqualTo(teacherKey(1));
              assertThat(contact.unreadableBecause()).isNotNull();
            });
    assertThat(ContactSource.read(teacherKey(1), () -> teacher(1).build()))
        .isEqualTo(teacher(1).build())
        .hasToString(teacher(1).build().toString());
  }
}
