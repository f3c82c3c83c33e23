package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.CallObserver;
import io.odoosync.report.SyncReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an engine asks again that has asked before: fields, and what its records hold. */
abstract class IdleCallsSuite extends EngineSuite {

  private static final int RECORDS = 20;

  /** Of the models of contacts, leads, invoices and their lines. */
  private static final int FIELDS = 4;

  private final List<String> calls = new ArrayList<>();
  private final SchoolTravel host = SchoolTravel.of(RECORDS);

  private SyncReport run(SyncEngine engine) {
    calls.clear();
    SyncReport report = engine.runAll();
    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    return report;
  }

  private SyncEngine engine() {
    CallObserver noting = attempt -> calls.add(attempt.model() + "." + attempt.method());
    return engine(host, client().observedBy(noting)).build();
  }

  @Test
  void runAll_nothingToDo_asksForFieldsAndRecordsAlone() {
    SyncEngine engine = engine();
    run(engine);
    writes().clear();

    SyncReport idle = run(engine);

    for (EntityType type : EntityType.values()) {
      assertThat(stage(idle, type).unchanged()).as("%s", type).isEqualTo(RECORDS);
    }
    assertThat(writes()).isEmpty();
    assertThat(calls)
        .hasSizeLessThanOrEqualTo(FIELDS + EntityType.values().length)
        .contains("res.partner.fields_get", "crm.lead.fields_get", "account.move.fields_get")
        .noneMatch(call -> call.contains("access") || call.startsWith("res.users"));
  }

  @Test
  void run_oneContactIsNew_asksForWhatItIsMadeOfAlone() {
    SyncEngine engine = engine();
    run(engine);
    host.put(teacher(RECORDS + 1).build());
    calls.clear();

    SyncReport report = engine.run(CONTACT);

    assertThat(stage(report, CONTACT).created()).isEqualTo(1);
    assertThat(report.stage(TRAVEL)).isEmpty();
    assertThat(report.stage(INVOICE)).isEmpty();
    assertThat(calls)
        .anyMatch(call -> call.contains("access"))
        .noneMatch(call -> call.startsWith("crm.") || call.startsWith("account."));
  }
}
