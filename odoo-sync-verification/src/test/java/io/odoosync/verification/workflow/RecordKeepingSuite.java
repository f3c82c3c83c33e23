package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.invoiceKey;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travelKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.odoosync.EntityType;
import io.odoosync.FailureCause;
import io.odoosync.Forgotten;
import io.odoosync.InvoicingOptions;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.conflict.Winner;
import io.odoosync.report.Outcome;
import io.odoosync.report.PastRun;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncListener;
import io.odoosync.report.SyncReport;
import io.odoosync.source.PostalAddress;
import io.odoosync.store.FieldConflict;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stays on record: both values of a conflict before one goes, each change, each run. */
abstract class RecordKeepingSuite extends EngineSuite {

  private static final int LONG = 6_000;
  private static final String CITY = "city";

  private final SchoolTravel host = SchoolTravel.of(3);

  private void editInOdoo(int teacher, Map<String, ?> values) {
    odoo()
        .clientOf(odoo().person())
        .write("res.partner", List.of(id(CONTACT, teacherKey(teacher))), values);
  }

  private void moveAtHost(int teacher, String city) {
    PostalAddress before = host.teacherNow(teacher).address();
    host.put(
        teacher(teacher)
            .address(
                PostalAddress.builder()
                    .street(before.street())
                    .zip(before.zip())
                    .city(city)
                    .countryCode("FR")
                    .build())
            .build());
  }

  private @Nullable String cityAtHost(int teacher) {
    return host.teacherNow(teacher).address().city();
  }

  private String cityInOdoo(int teacher) {
    return read(CONTACT, teacherKey(teacher), CITY).text(CITY).orElse("");
  }

  private static ConflictPolicy policy(String name) {
    return name.equals("odoo") ? ConflictPolicy.odooWins() : ConflictPolicy.localWins();
  }

  // conflicts

  @Test
  void runAll_longTextsChangedOnBothSides_bothAndTheBaseAreOnRecordWhole() {
    host.put(teacher(1).notes("b".repeat(LONG)).build());
    engine(host).build().runAll();
    editInOdoo(1, Map.of("comment", "<p>" + "o".repeat(LONG) + "</p>"));
    host.put(teacher(1).notes("h".repeat(LONG)).build());

    engine(host).build().runAll();

    SyncLogEntry entry = told(SyncEvent.CONFLICT_RESOLVED).get(0);
    FieldConflict conflict = Objects.requireNonNull(entry.conflict());
    assertThat(entry.key()).isEqualTo(teacherKey(1));
    assertThat(entry.odooId()).isEqualTo(id(CONTACT, teacherKey(1)));
    assertThat(conflict.field()).isEqualTo("comment");
    assertThat(conflict.local()).contains("h".repeat(LONG));
    assertThat(conflict.odoo()).contains("o".repeat(LONG));
    assertThat(conflict.base()).contains("b".repeat(LONG));
    assertThat(conflict.result()).isEqualTo(conflict.local());
    assertThat(conflict.winner()).isEqualTo(Winner.LOCAL);
    assertThat(conflict.policy()).isEqualTo("local wins");
    assertThat(entry.message()).hasSizeLessThanOrEqualTo(SyncLogEntry.MAX_MESSAGE_LENGTH);
  }

  @Test
  void runAll_conflictLeftToAPerson_isOnRecordWithItsReason() {
    engine(host).build().runAll();
    editInOdoo(1, Map.of(CITY, "Nantes"));
    moveAtHost(1, "Lyon");

    engine(host).conflictPolicy(ConflictPolicy.manual()).build().runAll();

    assertThat(told(SyncEvent.CONFLICT_RESOLVED))
        .extracting(SyncLogEntry::conflict)
        .containsExactly(
            new FieldConflict(
                CITY,
                "Lyon",
                "Nantes",
                "Paris",
                Winner.MANUAL,
                null,
                "manual",
                "both sides changed it; make them equal"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "odoo"})
  void runAll_conflictCannotBePutOnRecord_overwritesNeitherAndGoesOn(String winner) {
    engine(host).build().runAll();
    editInOdoo(1, Map.of(CITY, "Nantes"));
    moveAtHost(1, "Lyon");
    moveAtHost(2, "Lille");
    RefusingLogStore refusing =
        new RefusingLogStore(log, entry -> entry.event() == SyncEvent.CONFLICT_RESOLVED);

    SyncReport report =
        engine(host).conflictPolicy(policy(winner)).syncLog(refusing).build().runAll();

    assertThat(stage(report, CONTACT).failures())
        .extracting(RecordFailure::key, failure -> failure.failure().cause())
        .containsExactly(tuple(teacherKey(1), FailureCause.HOST_FAULT));
    assertThat(stage(report, CONTACT).failures().get(0).failure().reason())
        .contains("neither is overwritten")
        .contains("no space left on device");
    assertThat(stage(report, CONTACT).updated()).isEqualTo(1);
    assertThat(report.isSuccessful()).isFalse();
    assertThat(cityInOdoo(1)).isEqualTo("Nantes");
    assertThat(cityAtHost(1)).isEqualTo("Lyon");
    assertThat(cityInOdoo(2)).isEqualTo("Lille");
    assertThat(host.taken()).isEmpty();

    SyncReport healed = engine(host).conflictPolicy(policy(winner)).build().runAll();

    assertThat(healed.isSuccessful()).isTrue();
    assertThat(told(SyncEvent.CONFLICT_RESOLVED)).hasSize(1);
    assertThat(cityInOdoo(1)).isEqualTo(cityAtHost(1));
  }

  @Test
  void runAll_logFailsAltogether_sendsInvoicesAndSaysWhatIsMissing() {
    List<SyncReport> notified = new ArrayList<>();

    SyncReport report =
        engine(host)
            .syncLog(new RefusingLogStore(log, entry -> true))
            .notifier(notified::add)
            .build()
            .runAll();

    assertThat(stage(report, INVOICE).created()).isEqualTo(3);
    assertThat(report.stages()).allMatch(stage -> stage.isSuccessful());
    assertThat(report.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(report.isSuccessful()).isFalse();
    assertThat(Objects.requireNonNull(report.logFailure()).cause())
        .isEqualTo(FailureCause.HOST_FAULT);
    assertThat(report.logFailure().reason()).contains("no space left on device");
    assertThat(report.toString()).contains("sync log: the store of the sync log failed");
    assertThat(report.toJson()).contains("\"logFailure\":{");
    assertThat(notified).containsExactly(report);
  }

  @Test
  void runAll_onlyItsLastEntryIsRefused_saysSo() {
    SyncReport report =
        engine(host)
            .syncLog(new RefusingLogStore(log, entry -> entry.event() == SyncEvent.RUN_FINISHED))
            .build()
            .runAll();

    assertThat(report.logFailure()).isNotNull();
    assertThat(report.isSuccessful()).isFalse();
  }

  // history

  @Test
  void history_ofAContact_tellsEachChangeNewestFirst() {
    SyncEngine engine = engine(host).conflictPolicy(ConflictPolicy.odooWins()).build();
    engine.runAll();
    moveAtHost(1, "Lyon");
    engine.runAll();
    editInOdoo(1, Map.of(CITY, "Nantes", "email", "new@example.com"));
    engine.runAll();
    engine.runAll();

    List<SyncLogEntry> history = engine.history(CONTACT, teacherKey(1));

    assertThat(history)
        .extracting(SyncLogEntry::event)
        .containsExactly(
            SyncEvent.RECORD_PULLED, SyncEvent.RECORD_UPDATED, SyncEvent.RECORD_CREATED);
    assertThat(history).extracting(SyncLogEntry::odooId).containsOnly(id(CONTACT, teacherKey(1)));
    assertThat(history.get(0).fields()).containsExactlyInAnyOrder(CITY, "email");
    assertThat(history.get(1).fields()).containsExactly(CITY);
    assertThat(history.get(2).fields()).contains("name", "email", CITY);
    assertThat(history.get(1).message()).isEqualTo("written to Odoo: city");
  }

  @Test
  void history_ofTravelsAndInvoices_tellsStepsAndPosting() {
    SyncEngine engine =
        engine(host).invoicing(InvoicingOptions.builder().posting().build()).build();
    engine.runAll();

    assertThat(engine.history(TRAVEL, travelKey(2)))
        .as("an invoiced travel")
        .extracting(SyncLogEntry::event)
        .contains(SyncEvent.RECORD_CREATED, SyncEvent.STEP_TAKEN);
    assertThat(engine.history(TRAVEL, travelKey(3)))
        .as("a new travel")
        .extracting(SyncLogEntry::event)
        .containsExactly(SyncEvent.RECORD_CREATED);
    assertThat(engine.history(INVOICE, invoiceKey("i1")))
        .extracting(SyncLogEntry::event)
        .contains(SyncEvent.RECORD_CREATED, SyncEvent.RECORD_POSTED);
  }

  @Test
  void runAll_nothingToDo_addsOnlyItsStartAndItsEnd() {
    SyncEngine engine =
        engine(host).invoicing(InvoicingOptions.builder().posting().build()).build();
    engine.runAll();
    engine.runAll();
    log.deleteBefore(Instant.MAX);

    engine.runAll();

    assertThat(log.find(SyncLogQuery.all()))
        .extracting(SyncLogEntry::event)
        .containsExactly(SyncEvent.RUN_FINISHED, SyncEvent.RUN_STARTED);
  }

  @Test
  void history_logFails_saysSo() {
    SyncEngine engine =
        SyncEngine.builder(client())
            .namespace(namespace())
            .contacts(host.contacts())
            .idStore(ids())
            .build();
    assertThatThrownBy(() -> engine.history(CONTACT, teacherKey(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("there is no sync log");
  }

  // runs

  @Test
  void runs_severalRuns_areListedWithTheirReportsNewestFirst() {
    SyncEngine engine = engine(host).build();
    SyncReport first = engine.runAll();
    host.put(teacher(7).name(" ").build());
    SyncReport failed = engine.runAll();

    List<PastRun> runs = engine.runs(10);

    assertThat(runs).extracting(PastRun::runId).containsExactly(failed.runId(), first.runId());
    assertThat(runs).extracting(PastRun::isSuccessful).containsExactly(false, true);
    assertThat(runs).extracting(PastRun::status).containsOnly(RunStatus.COMPLETED);
    assertThat(runs.get(1).startedAt()).isEqualTo(first.startedAt());
    assertThat(runs.get(1).endedAt()).isAfterOrEqualTo(first.startedAt().minusMillis(1));
    assertThat(runs.get(1).report()).isEqualTo(first.toJson());
    assertThat(runs.get(1).summary()).isEqualTo(first.toString());
    assertThat(runs.get(0).report()).contains("\"failed\":1").doesNotContain("teacher/7");
    assertThat(engine.runs(1)).extracting(PastRun::runId).containsExactly(failed.runId());
  }

  // retention

  @Test
  void runAll_logsKeptForADay_dropsWhatIsOlderAfterwards() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    SyncReport old = at(start).runAll();
    SyncReport recent = at(start.plus(Duration.ofHours(30))).runAll();

    SyncReport last = at(start.plus(Duration.ofHours(40))).runAll();

    assertThat(at(start).runs(10))
        .extracting(PastRun::runId)
        .containsExactly(last.runId(), recent.runId())
        .doesNotContain(old.runId());
    assertThat(last.isSuccessful()).isTrue();
  }

  private SyncEngine at(Instant now) {
    return engine(host)
        .clock(Clock.fixed(now, ZoneOffset.UTC))
        .keepLogsFor(Duration.ofDays(1))
        .build();
  }

  @Test
  void runAll_oldLogsCannotBeDropped_saysSo() {
    SyncReport report =
        engine(host)
            .syncLog(new RefusingLogStore(log, entry -> false))
            .keepLogsFor(Duration.ofDays(1))
            .build()
            .runAll();

    assertThat(report.isSuccessful()).isFalse();
    assertThat(Objects.requireNonNull(report.logFailure()).reason())
        .contains("dropping old entries")
        .contains("read-only file system");
  }

  // forget

  @Test
  void forget_record_erasesItEverywhereButInOdoo() {
    SyncEngine engine = engine(host).build();
    engine.runAll();
    long odooId = id(CONTACT, teacherKey(1));
    editInOdoo(1, Map.of(CITY, "Nantes"));
    moveAtHost(1, "Lyon");
    engine.runAll();

    Forgotten forgotten = engine.forget(CONTACT, teacherKey(1));

    assertThat(forgotten.model()).isEqualTo("res.partner");
    assertThat(forgotten.odooId()).isEqualTo(odooId);
    assertThat(forgotten.externalId()).isEqualTo(namespace() + ".res_partner_teacher_1");
    assertThat(forgotten.logEntries()).isEqualTo(3);
    assertThat(forgotten.links()).isEqualTo(1);
    assertThat(forgotten.toString()).contains("Odoo keeps res.partner " + odooId);
    assertThat(engine.history(CONTACT, teacherKey(1))).isEmpty();
    assertThat(engine.history(CONTACT, teacherKey(2))).isNotEmpty();
    assertThat(ids().find(CONTACT, List.of(teacherKey(1)))).isEmpty();
    assertThat(client().read("res.partner", List.of(odooId), List.of("name"))).hasSize(1);
    assertThat(engine.forget(CONTACT, teacherKey(1)))
        .extracting(Forgotten::odooId, Forgotten::logEntries, Forgotten::links)
        .containsExactly(null, 0L, 0L);
  }

  @Test
  void forget_recordThatStaysInItsSource_isFoundAgainAndNotDoubled() {
    SyncEngine engine = engine(host).build();
    engine.runAll();
    long odooId = id(CONTACT, teacherKey(1));
    engine.forget(CONTACT, teacherKey(1));

    SyncReport report = engine.runAll();

    assertThat(report.isSuccessful()).isTrue();
    assertThat(stage(report, CONTACT).created()).isZero();
    assertThat(id(CONTACT, teacherKey(1))).isEqualTo(odooId);
  }

  @Test
  void forget_quarantinedRecordAndTravel_erasesWhatIsRememberedOfThem() {
    host.put(teacher(7).name(" ").build());
    SyncEngine engine = engine(host).build();
    for (int run = 0; run < 6; run++) {
      engine.runAll();
    }
    assertThat(engine.quarantined()).hasSize(1);

    // that it keeps failing, and that runs over what changed are to try it again
    assertThat(engine.forget(CONTACT, teacherKey(7)).memories()).isEqualTo(2);
    assertThat(engine.forget(TRAVEL, travelKey(1)).memories()).isEqualTo(1);

    assertThat(engine.quarantined()).isEmpty();
    assertThat(state().page("", null, 1_000))
        .allSatisfy(
            (name, value) ->
                assertThat(name).doesNotEndWith("/teacher/7").doesNotEndWith("/travel/1"));
  }

  @Test
  void forget_whileARunIsUnderWay_isRefusedAndErasesNothing() {
    List<Throwable> refused = new ArrayList<>();
    List<SyncEngine> engines = new ArrayList<>();
    engines.add(
        engine(host)
            .listener(
                new SyncListener() {
                  @Override
                  public void onRecord(EntityType type, LocalKey key, Outcome outcome) {
                    if (key.equals(teacherKey(1))) {
                      try {
                        engines.get(0).forget(type, key);
                      } catch (IllegalStateException e) {
                        refused.add(e);
                      }
                    }
                  }
                })
            .build());

    engines.get(0).runAll();

    assertThat(refused).hasSize(1);
    assertThat(refused.get(0)).hasMessageContaining("already running");
    assertThat(engines.get(0).history(CONTACT, teacherKey(1))).isNotEmpty();
    assertThat(ids().find(CONTACT, List.of(teacherKey(1)))).isNotEmpty();
  }

  @Test
  void forget_logFails_saysSoAndKeepsTheLink() {
    engine(host).build().runAll();
    SyncEngine engine = engine(host).syncLog(new RefusingLogStore(log, entry -> false)).build();

    assertThatThrownBy(() -> engine.forget(CONTACT, teacherKey(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("read-only file system");

    assertThat(ids().find(CONTACT, List.of(teacherKey(1)))).isNotEmpty();
  }
}
