package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FailureCause;
import io.odoosync.odoo.CallObserver;
import io.odoosync.report.StageReport;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Somebody deletes a record in the moment between our write and our reading back. */
class VanishedRecordTest extends InProcessSuite {

  private final SchoolTravel host = new SchoolTravel();

  @Test
  void run_recordDeletedRightAfterTheUpdate_isNotTakenForUpdated() {
    host.put(teacher(1).build());
    engine(host).build().runAll();
    int partner = (int) id(CONTACT, teacherKey(1));
    String before = base();
    host.put(teacher(1).email("new@example.com").build());

    StageReport contacts = runAfterWrite(() -> server.person().unlink("res.partner", partner));

    assertThat(contacts.updated()).isZero();
    assertThat(contacts.failed()).isEqualTo(1);
    assertThat(contacts.failures().get(0).failure().cause()).isEqualTo(FailureCause.TRANSIENT);
    assertThat(contacts.failures().get(0).failure().reason()).contains("was there and is gone");
    assertThat(base()).isEqualTo(before);
  }

  private String base() {
    return String.valueOf(
        Objects.requireNonNull(ids().find(CONTACT, List.of(teacherKey(1))).get(teacherKey(1)))
            .base());
  }

  private StageReport runAfterWrite(Runnable action) {
    CallObserver observer =
        attempt -> {
          if (attempt.method().equals("write")) {
            action.run();
          }
        };
    return stage(engine(host, client().observedBy(observer)).build().runAll(), CONTACT);
  }
}
