package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.EntityType.TRAVEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.InvoicingOptions;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.CallObserver;
import io.odoosync.report.SyncReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run that has nothing to do asks for each thing once. */
class IdleRunTest extends InProcessSuite {

  /** Two batches of contacts and travels, three of invoices. */
  private static final int RECORDS = 6;

  private final CountedIdStore counted = new CountedIdStore(ids());
  private final List<String> calls = new ArrayList<>();

  private SyncEngine engine() {
    CallObserver noting = attempt -> calls.add(attempt.model() + "." + attempt.method());
    return engine(SchoolTravel.of(RECORDS), client().observedBy(noting))
        .idStore(counted)
        .batchSize(CONTACT, 3)
        .batchSize(TRAVEL, 3)
        .batchSize(INVOICE, 2)
        .invoicing(InvoicingOptions.builder().posting().build())
        .build();
  }

  @Test
  void runAll_nothingToDo_readsTheLinksOfABatchOnce() {
    SyncEngine engine = engine();
    engine.runAll();
    counted.finds().clear();

    SyncReport report = engine.runAll();

    assertThat(report.isSuccessful()).isTrue();
    assertThat(stage(report, CONTACT).unchanged()).isEqualTo(RECORDS);
    assertThat(counted.finds())
        .containsExactly(CONTACT, CONTACT, TRAVEL, TRAVEL, INVOICE, INVOICE, INVOICE);
  }

  @Test
  void runAll_nothingToDo_readsEachRecordOfOdooOnce() {
    SyncEngine engine = engine();
    engine.runAll();
    calls.clear();

    engine.runAll();

    assertThat(calls).containsOnlyOnce("res.partner.fields_get");
    assertThat(calls.stream().filter("res.partner.search_read"::equals)).hasSize(2);
    assertThat(calls.stream().filter(call -> call.startsWith("crm.lead.")))
        .filteredOn(call -> call.contains("read"))
        .hasSize(2);
    assertThat(calls.stream().filter(call -> call.startsWith("account.move.")))
        .filteredOn(call -> call.contains("read"))
        .hasSize(3);
  }
}
