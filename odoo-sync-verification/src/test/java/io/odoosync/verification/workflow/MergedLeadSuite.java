package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travelKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.MissingRecordPolicy;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelState;
import io.odoosync.store.Link;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Leads that people merge in Odoo, which deletes all but one of them with their external ids. */
abstract class MergedLeadSuite extends EngineSuite {

  private final SchoolTravel host = new SchoolTravel();
  private final String name = UUID.randomUUID().toString();

  @BeforeEach
  void addCustomer() {
    host.put(teacher(1).email(name + "@example.com").build());
  }

  private SyncReport run() {
    return engine(host).build().runAll();
  }

  private static StageReport travels(SyncReport report) {
    return stage(report, TRAVEL);
  }

  private OdooClient administrator() {
    return odoo().clientOf(odoo().administrator());
  }

  private Travel.Builder travel(int number, TravelState state) {
    return Travel.builder(travelKey(number))
        .title("Rome " + number + " & \"" + name + "\"")
        .customer(teacherKey(1))
        .departure(LocalDate.of(2027, 5, number))
        .description("Coach, 2 nights\nfor <" + number + "> classes")
        .state(state);
  }

  private void put(TravelState first, TravelState second) {
    host.put(travel(1, first).build(), travel(2, second).build());
  }

  private long lead(int travel) {
    return id(TRAVEL, travelKey(travel));
  }

  private OdooRecord read(int travel) {
    return read(TRAVEL, travelKey(travel), "name", "active", "probability", "stage_id", "type");
  }

  private void merge(Long... leads) {
    LeadMerge.DIALOGUE.merge(administrator(), List.of(leads));
  }

  /** Syncs two new travels and merges the second one's lead into the first one's. */
  private long mergedLeads() {
    put(TravelState.NEW, TravelState.NEW);
    run();
    long survivor = lead(1);
    merge(survivor, lead(2));
    return survivor;
  }

  private void settle(long survivor) {
    run();
    assertThat(lead(1)).isEqualTo(survivor);
    assertThat(lead(2)).isEqualTo(survivor);
    writes().clear();
  }

  private void writesNothing() {
    assertThat(writes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void runAll_leadsMergedInOdoo_reportsItOnceAndFollowsTheSurvivor(LeadMerge way) {
    put(TravelState.NEW, TravelState.NEW);
    run();
    long survivor = lead(1);
    way.merge(administrator(), List.of(survivor, lead(2)));
    writes().clear();

    SyncReport first = run();

    assertThat(travels(first).created()).as("%s", first).isZero();
    assertThat(travels(first).failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.key()).isEqualTo(travelKey(2));
              assertThat(failure.failure().cause()).isEqualTo(FailureCause.CONTRADICTION);
              assertThat(failure.reason()).contains("merged", "crm.lead " + survivor);
            });
    assertThat(lead(2)).isEqualTo(survivor);
    SyncReport second = run();
    assertThat(travels(second).unchanged()).as("%s", second).isEqualTo(2);
    writesNothing();
  }

  @Test
  void runAll_leadMergedIntoOneOfAPerson_followsIt() {
    put(TravelState.NEW, TravelState.NEW);
    run();
    long own =
        administrator()
            .create(
                "crm.lead",
                List.of(Map.of("name", "Own " + name, "type", "opportunity", "user_id", false)))
            .get(0);
    merge(own, lead(2));
    writes().clear();

    SyncReport report = run();

    assertThat(travels(report).unchanged()).as("%s", report).isEqualTo(2);
    assertThat(lead(2)).isEqualTo(own);
    assertThat(log.find(SyncLogQuery.all().withRun(report.runId())))
        .anyMatch(entry -> entry.event() == SyncEvent.LINK_MOVED);
    writesNothing();
    assertThat(read(2).text("name")).hasValue("Own " + name);
  }

  @Test
  void runAll_mergedTwice_followsTheLastSurvivor() {
    host.put(
        travel(1, TravelState.NEW).build(),
        travel(2, TravelState.NEW).build(),
        travel(3, TravelState.NEW).build());
    run();
    merge(lead(2), lead(3));
    merge(lead(1), lead(2));

    SyncReport report = run();

    assertThat(travels(report).created()).as("%s", report).isZero();
    assertThat(lead(2)).isEqualTo(lead(1));
    assertThat(lead(3)).isEqualTo(lead(1));
  }

  @Test
  void runAll_oneOfTwoAlikeWasMergedAndTheOtherDeleted_bothAreReportedInEveryRun() {
    Travel second = travel(2, TravelState.NEW).build();
    host.put(
        travel(1, TravelState.NEW).build(),
        second,
        Travel.builder(travelKey(3))
            .title(second.title())
            .departure(second.departure())
            .description(second.description())
            .build());
    run();
    merge(lead(1), lead(3));
    administrator().unlink("crm.lead", List.of(lead(2)));
    writes().clear();

    for (int i = 0; i < 2; i++) {
      SyncReport report = run();

      assertThat(travels(report).created()).as("%s", report).isZero();
      assertThat(travels(report).failures())
          .hasSize(2)
          .allSatisfy(failure -> assertThat(failure.reason()).contains("merged"));
    }
    writesNothing();
  }

  @Test
  void runAll_renamedLeadIsMerged_isReportedAndNotCreatedAgain() {
    put(TravelState.NEW, TravelState.NEW);
    run();
    administrator().write("crm.lead", List.of(lead(2)), Map.of("name", "Renamed"));
    merge(lead(1), lead(2));

    SyncReport report = run();

    assertThat(travels(report).created()).as("%s", report).isZero();
    assertThat(travels(report).failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.failure().cause()).isEqualTo(FailureCause.CONTRADICTION);
              assertThat(failure.reason()).contains("merged");
            });
  }

  @Test
  void runAll_leadDeletedWhileOthersWereMerged_isCreatedAgain() {
    host.put(
        travel(1, TravelState.NEW).build(),
        travel(2, TravelState.NEW).build(),
        travel(3, TravelState.NEW).build());
    run();
    merge(lead(1), lead(2));
    administrator().unlink("crm.lead", List.of(lead(3)));

    SyncReport report = run();

    assertThat(travels(report).created()).as("%s", report).isEqualTo(1);
    assertThat(lead(3)).isNotEqualTo(lead(1));
  }

  @Test
  void runAll_leadsMergedAndPolicyReports_followsTheSurvivorToo() {
    long survivor = mergedLeads();

    engine(host).missingRecords(MissingRecordPolicy.REPORT).build().runAll();

    assertThat(lead(2)).isEqualTo(survivor);
  }

  @Test
  void plan_leadsMerged_saysSoAndWritesNothing() {
    long survivor = mergedLeads();
    long gone = lead(2);

    List<PlannedRecord> planned = engine(host).build().plan().records();

    assertThat(planned)
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.action()).isEqualTo(PlannedRecord.Action.FAIL);
              assertThat(record.reason()).contains("merged", "crm.lead " + survivor);
            });
    assertThat(lead(2)).isEqualTo(gone);
  }

  @Test
  void runAll_travelsOfAMergedLeadChange_onlyItsOwnTravelIsSent() {
    long survivor = mergedLeads();
    settle(survivor);
    host.put(
        travel(1, TravelState.NEW).title("First " + name).build(),
        travel(2, TravelState.NEW).title("Second " + name).build());

    SyncReport report = run();

    assertThat(read(1).text("name")).hasValue("First " + name);
    assertThat(travels(report).failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.key()).isEqualTo(travelKey(2));
              assertThat(failure.failure().cause()).isEqualTo(FailureCause.CONTRADICTION);
              assertThat(failure.reason()).contains(travelKey(1).toString());
            });
    writes().clear();
    run();
    writesNothing();
  }

  @Test
  void runAll_mergedLeadChangesAndOdooWins_onlyItsOwnTravelTakesIt() {
    long survivor = mergedLeads();
    settle(survivor);
    administrator().write("crm.lead", List.of(survivor), Map.of("name", "Odoo's " + name));

    engine(host).conflictPolicy(ConflictPolicy.odooWins()).build().runAll();

    assertThat(host.travelNow(1).title()).isEqualTo("Odoo's " + name);
    assertThat(host.travelNow(2).title()).isEqualTo(travel(2, TravelState.NEW).build().title());
  }

  @Test
  void runAll_ownTravelIsGoneFromTheHost_theOtherTakesOver() {
    long survivor = mergedLeads();
    settle(survivor);
    host.removeTravel(1);
    host.put(travel(2, TravelState.NEW).title("Second " + name).build());

    SyncReport report = run();

    assertThat(travels(report).failures()).as("%s", report).isEmpty();
    assertThat(read(2).text("name")).hasValue("Second " + name);
  }

  @Test
  void runAll_oneTravelOfAMergedLeadIsCancelled_itIsNotLost() {
    settle(mergedLeads());
    put(TravelState.CANCELLED, TravelState.NEW);

    SyncReport report = run();

    assertThat(read(1).flag("active")).isTrue();
    assertThat(travels(report).failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.key()).isEqualTo(travelKey(1)));
  }

  @Test
  void sync_theCancelledTravelOfAMergedLeadAlone_itIsNotLost() {
    settle(mergedLeads());
    put(TravelState.CANCELLED, TravelState.NEW);

    engine(host).build().sync(TRAVEL, travelKey(1));

    assertThat(read(1).flag("active")).isTrue();
  }

  @Test
  void runAll_allTravelsOfAMergedLeadAreCancelled_itIsLost() {
    settle(mergedLeads());
    put(TravelState.CANCELLED, TravelState.CANCELLED);

    SyncReport report = run();

    assertThat(travels(report).failures()).as("%s", report).isEmpty();
    assertThat(read(1).flag("active")).isFalse();
  }

  @Test
  void runAll_mergedTravelIsInvoiced_leadIsWon() {
    settle(mergedLeads());
    put(TravelState.NEW, TravelState.INVOICED);

    run();

    assertThat(read(1).text("type")).hasValue("opportunity");
    assertThat(read(1).number("probability").orElseThrow()).isEqualByComparingTo("100");
    writes().clear();
    run();
    writesNothing();
  }

  @Test
  void runAll_lostLeadMergedIntoAnOpenOne_isNotLostAgain() {
    put(TravelState.NEW, TravelState.CANCELLED);
    run();
    long own =
        administrator()
            .create(
                "crm.lead",
                List.of(Map.of("name", "Own " + name, "type", "opportunity", "user_id", false)))
            .get(0);
    LeadMerge.METHOD.merge(administrator(), List.of(own, lead(2)));

    run();
    run();

    assertThat(lead(2)).isEqualTo(own);
    assertThat(read(2).flag("active")).isTrue();
  }

  /** As after a run that died before it heard of the creation. */
  private void forgetCreationOf(int travel) {
    LocalKey key = travelKey(travel);
    Link link = Objects.requireNonNull(ids().find(TRAVEL, List.of(key)).get(key));
    ids().save(List.of(Link.pending(TRAVEL, key, link.base(), Instant.now())));
  }

  private void followsWithoutCreating(long survivor) {
    SyncReport report = run();
    assertThat(travels(report).created()).as("%s", report).isZero();
    assertThat(lead(2)).isEqualTo(survivor);
    assertThat(told(SyncEvent.LINK_MOVED)).extracting(SyncLogEntry::key).contains(travelKey(2));
    writes().clear();
    assertThat(travels(run()).failures()).isEmpty();
    writesNothing();
  }

  @Test
  void runAll_leadMergedBeforeItsCreationWasHeardOf_followsTheSurvivor() {
    long survivor = mergedLeads();
    forgetCreationOf(2);
    followsWithoutCreating(survivor);
  }

  @Test
  void runAll_leadMergedIntoAPersonsBeforeItsCreationWasHeardOf_followsThatOne() {
    put(TravelState.NEW, TravelState.NEW);
    run();
    long own =
        administrator()
            .create(
                "crm.lead",
                List.of(Map.of("name", "Own " + name, "type", "opportunity", "user_id", false)))
            .get(0);
    merge(own, lead(2));
    forgetCreationOf(2);
    followsWithoutCreating(own);
    assertThat(read(2).text("name")).hasValue("Own " + name);
  }

  /** Nothing of it is in Odoo, no more than of a lead that was deleted. */
  @Test
  void runAll_creationNeverArrivedWhileOthersWereMerged_isCreated() {
    settle(mergedLeads());
    host.put(travel(3, TravelState.NEW).build());
    run();
    administrator().unlink("crm.lead", List.of(lead(3)));
    forgetCreationOf(3);

    SyncReport report = run();

    assertThat(travels(report).created()).as("%s", report).isEqualTo(1);
    assertThat(lead(3)).isNotEqualTo(lead(1));
  }

  @Test
  void runAll_leadMergedAndIdStoreLost_followsTheSurvivor() {
    long survivor = mergedLeads();
    loseIdStore();
    followsWithoutCreating(survivor);
  }

  @Test
  void rebuildLinks_leadWasMergedBeforeOrIsAfterwards_nextRunFollowsTheSurvivor() {
    host.put(
        travel(1, TravelState.NEW).build(),
        travel(2, TravelState.NEW).build(),
        travel(3, TravelState.NEW).build());
    run();
    long survivor = lead(1);
    merge(survivor, lead(3));
    loseIdStore();
    engine(host).build().rebuildLinks();
    merge(survivor, lead(2));

    followsWithoutCreating(survivor);
    assertThat(lead(3)).isEqualTo(survivor);
  }
}
