package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.invoice;
import static io.odoosync.verification.workflow.SchoolTravel.invoiceKey;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travel;
import static io.odoosync.verification.workflow.SchoolTravel.travelKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Brakes;
import io.odoosync.ChangeOptions;
import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.odoo.CallObserver;
import io.odoosync.report.RunStatus;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.TravelState;
import io.odoosync.store.InMemoryOutbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code runChanges}: what it finds, and how little it asks when there is nothing to find. */
abstract class ChangesSuite extends EngineSuite {

  private static final int RECORDS = 20;

  /** One look at each kind, and twice that for whoever the user is and whenever the key ends. */
  private static final int IDLE_CALLS = 6;

  private final SchoolTravel host = SchoolTravel.of(RECORDS);
  private final InMemoryOutbox outbox = new InMemoryOutbox();
  private final List<String> calls = new ArrayList<>();

  SyncEngineBuilder builder() {
    CallObserver noting = attempt -> calls.add(attempt.model() + "." + attempt.method());
    return engine(host, client().observedBy(noting))
        .outbox(outbox)
        .brakes(Brakes.released())
        .conflictPolicy(ConflictPolicy.odooWins());
  }

  /** An engine that has run, and knows as whom. */
  private SyncEngine settled() {
    SyncEngine engine = builder().build();
    engine.runAll();
    engine.runChanges();
    calls.clear();
    writes().clear();
    return engine;
  }

  private void edit(EntityType type, LocalKey key, Map<String, ?> values) {
    odoo().clientOf(odoo().person()).write(type.model(), List.of(id(type, key)), values);
  }

  @Test
  void runChanges_nothingChanged_asksOnceAKindAndReadsNoValue() {
    SyncEngine engine = settled();

    SyncReport report = engine.runChanges();

    assertThat(report.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(report.isSuccessful()).isTrue();
    assertThat(report.stages()).isEmpty();
    assertThat(calls).as("%s", calls).hasSizeLessThanOrEqualTo(IDLE_CALLS);
    assertThat(calls)
        .containsExactly(
            "res.partner.search_read", "crm.lead.search_read", "account.move.search_read");
    assertThat(writes()).isEmpty();
  }

  /** What a run wrote itself is known to be its own, steps included. */
  @Test
  void runChanges_afterOneFullRun_readsNoValue() {
    SyncEngine engine = builder().build();
    engine.runAll();
    calls.clear();

    SyncReport report = engine.runChanges();

    assertThat(report.stages()).as("%s", report).isEmpty();
    assertThat(calls).as("%s", calls).hasSizeLessThanOrEqualTo(IDLE_CALLS);
  }

  @Test
  void runChanges_oneChangedOnEachSide_findsThemAlone() {
    SyncEngine engine = settled();
    host.put(teacher(2).name("Changed Here").build());
    edit(CONTACT, teacherKey(3), Map.of("name", "Changed There"));

    SyncReport report = engine.runChanges();

    StageReport contacts = stage(report, CONTACT);
    assertThat(contacts.updated()).isEqualTo(1);
    assertThat(contacts.pulled()).isEqualTo(1);
    assertThat(host.taken()).containsExactly("name: 'Teacher 3' → 'Changed There'");
    assertThat(read(CONTACT, teacherKey(2), "name").text("name")).contains("Changed Here");
  }

  /** The times of Odoo have whole seconds. */
  @Test
  void runChanges_changedInOdooJustAfterOurOwnWrite_isFound() {
    SyncEngine engine = builder().build();
    engine.runAll();
    edit(CONTACT, teacherKey(1), Map.of("city", "Nantes"));
    engine.runChanges();
    edit(CONTACT, teacherKey(1), Map.of("city", "Lille"));
    engine.runChanges();

    assertThat(host.teacherNow(1).address().city()).isEqualTo("Lille");
  }

  @Test
  void runChanges_newRecords_areCreatedWithWhatTheyDependOn() {
    SyncEngine engine = settled();
    int next = RECORDS + 1;
    host.put(teacher(next).build(), travel(next, TravelState.QUOTE_VALIDATED).build());
    host.put(invoice("new", teacherKey(next)).build());

    SyncReport report = engine.runChanges();

    assertThat(report.isSuccessful()).isTrue();
    assertThat(stage(report, CONTACT).created()).isEqualTo(1);
    assertThat(stage(report, TRAVEL).created()).isEqualTo(1);
    assertThat(stage(report, INVOICE).created()).isEqualTo(1);
  }

  @Test
  void runChanges_travelMovedOn_takesTheStepsThatAreMissing() {
    SyncEngine engine = settled();
    host.put(travel(3, TravelState.INVOICED).build());

    SyncReport report = engine.runChanges();

    assertThat(stage(report, TRAVEL).read()).isEqualTo(1);
    assertThat(read(TRAVEL, travelKey(3), "type").text("type")).contains("opportunity");
    writes().clear();
    engine.runAll();
    assertThat(writes()).isEmpty();
  }

  @Test
  void runChanges_outbox_isDealtWithAndEmptied() {
    SyncEngine engine = settled();
    host.put(teacher(4).name("Noted").build());
    outbox.changed(CONTACT, List.of(teacherKey(4), teacherKey(5)));
    outbox.changed(INVOICE, List.of(invoiceKey("gone")));

    SyncReport report = engine.runChanges();

    assertThat(stage(report, CONTACT).updated()).isEqualTo(1);
    assertThat(stage(report, CONTACT).unchanged()).isEqualTo(1);
    assertThat(stage(report, INVOICE).notFound()).containsExactly(invoiceKey("gone"));
    assertThat(outbox.size()).isZero();
  }

  @Test
  void runChanges_recordThatFailed_isTriedAgainUntilItIsInStep() {
    SyncEngine engine = settled();
    host.put(teacher(6).name(" ").build());
    assertThat(stage(engine.runChanges(), CONTACT).failed()).isEqualTo(1);
    assertThat(stage(engine.runChanges(), CONTACT).failed()).isEqualTo(1);

    host.put(teacher(6).build());

    assertThat(stage(engine.runChanges(), CONTACT).unchanged()).isEqualTo(1);
    assertThat(engine.runChanges().stages()).isEmpty();
  }

  @Test
  void runChanges_beforeAnyRun_isFull() {
    SyncReport report = builder().build().runChanges();

    assertThat(stage(report, CONTACT).created()).isEqualTo(RECORDS);
    assertThat(stage(report, INVOICE).created()).isEqualTo(RECORDS);
  }

  @Test
  void runChanges_everyNthCall_isFull() {
    SyncEngine engine = builder().changes(ChangeOptions.DEFAULT.withFullAfterRuns(2)).build();
    engine.runAll();

    engine.runChanges();
    SyncReport second = engine.runChanges();
    SyncReport third = engine.runChanges();

    assertThat(stage(second, CONTACT).read()).isEqualTo(RECORDS);
    assertThat(third.stage(INVOICE)).isEmpty();
  }

  /** A host that tells its changes would tell of none. */
  @Test
  void runChanges_linksWereLost_isFull() {
    settled();
    loseIdStore();

    SyncReport report = builder().build().runChanges();

    assertThat(stage(report, CONTACT).unchanged()).isEqualTo(RECORDS);
    assertThat(stage(report, INVOICE).unchanged()).isEqualTo(RECORDS);
    assertThat(writes()).isEmpty();
  }
}
