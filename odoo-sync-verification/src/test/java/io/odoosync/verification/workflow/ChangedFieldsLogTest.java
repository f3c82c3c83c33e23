package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travel;
import static io.odoosync.verification.workflow.SchoolTravel.travelKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.report.SyncReport;
import io.odoosync.source.TravelState;
import io.odoosync.store.SyncEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code sync_logs} tells which fields of a record were changed, and on which side. */
class ChangedFieldsLogTest extends InProcessSuite {

  @Test
  void run_eachSideChangedAField_bothAreTold() {
    SchoolTravel host = new SchoolTravel();
    host.put(teacher(1).build());
    engine(host).build().run(CONTACT);
    host.put(teacher(1).phone("+33 1 99 00 00 99").build());
    odoo()
        .clientOf(odoo().person())
        .write(
            "res.partner",
            List.of(id(CONTACT, teacherKey(1))),
            Map.of("email", "there@example.com"));

    SyncReport report = engine(host).conflictPolicy(ConflictPolicy.odooWins()).build().run(CONTACT);

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(told(SyncEvent.RECORD_PULLED))
        .singleElement()
        .satisfies(entry -> assertThat(entry.key()).isEqualTo(teacherKey(1)))
        .satisfies(entry -> assertThat(entry.fields()).containsExactly("email"));
    assertThat(told(SyncEvent.RECORD_UPDATED))
        .singleElement()
        .satisfies(entry -> assertThat(entry.fields()).containsExactly("phone"));
  }

  @Test
  void runAll_quoteIsValidated_theStepIsTold() {
    SchoolTravel host = new SchoolTravel();
    host.put(teacher(1).build(), travel(1, TravelState.NEW).build());
    engine(host).build().runAll();
    host.put(travel(1, TravelState.QUOTE_VALIDATED).build());

    SyncReport report = engine(host).build().runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(told(SyncEvent.STEP_TAKEN))
        .singleElement()
        .satisfies(entry -> assertThat(entry.key()).isEqualTo(travelKey(1)))
        .satisfies(entry -> assertThat(entry.odooId()).isEqualTo(id(TRAVEL, travelKey(1))));
  }

  @Test
  void run_nothingToPull_noneIsTold() {
    SchoolTravel host = new SchoolTravel();
    host.put(teacher(1).build());
    engine(host).build().run(CONTACT);
    host.put(teacher(1).phone("+33 1 99 00 00 99").build());

    engine(host).build().run(CONTACT);

    assertThat(told(SyncEvent.RECORD_PULLED)).isEmpty();
    assertThat(told(SyncEvent.RECORD_UPDATED)).hasSize(1);
  }
}
