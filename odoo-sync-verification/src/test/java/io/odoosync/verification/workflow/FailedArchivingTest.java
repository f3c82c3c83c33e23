package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Brakes;
import io.odoosync.GoneRecordPolicy;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.SyncReport;
import io.odoosync.testkit.Fault;
import org.junit.jupiter.api.Test;

/** Records that are gone from the source, and of which one can not be archived. */
class FailedArchivingTest extends InProcessSuite {

  @Test
  void runAll_callForOneBreaksOff_isToldAndTheOthersAreArchived() {
    SchoolTravel host = new SchoolTravel();
    host.put(teacher(1).build(), teacher(2).build(), teacher(3).build(), teacher(4).build());
    engine(host).build().run(CONTACT);
    SchoolTravel fewer = new SchoolTravel();
    fewer.put(teacher(4).build());
    int unlucky = (int) id(CONTACT, teacherKey(2));
    server
        .faults()
        .where(call -> call.calls("res.partner", "write") && call.ids().contains(unlucky))
        .always(Fault.closeBefore());

    SyncReport report =
        engine(fewer)
            .goneRecords(GoneRecordPolicy.ARCHIVE)
            .brakes(Brakes.released())
            .build()
            .run(CONTACT);

    assertThat(report.isSuccessful()).as("%s", report).isFalse();
    assertThat(report.stage(CONTACT).orElseThrow().failures())
        .as("%s", report)
        .extracting(RecordFailure::key)
        .containsExactly(teacherKey(2));
    assertThat(read(CONTACT, teacherKey(1), "active").flag("active")).isFalse();
    assertThat(read(CONTACT, teacherKey(2), "active").flag("active")).isTrue();
    assertThat(read(CONTACT, teacherKey(3), "active").flag("active")).isFalse();
  }
}
