package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travelKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Brakes;
import io.odoosync.CrmOptions;
import io.odoosync.FieldMapping;
import io.odoosync.OdooReference;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelContact;
import io.odoosync.source.TravelState;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How leads follow their travels, and what salespeople may rely on. */
abstract class CrmSuite extends EngineSuite {

  private final SchoolTravel host = new SchoolTravel();

  @BeforeEach
  void addCustomer() {
    host.put(teacher(1).build());
  }

  private SyncReport run() {
    return engine(host).build().runAll();
  }

  private SyncReport run(CrmOptions options) {
    return engine(host).crm(options).build().runAll();
  }

  private StageReport travels(SyncReport report) {
    return stage(report, TRAVEL);
  }

  private OdooClient person() {
    return odoo().clientOf(odoo().person());
  }

  private static Travel.Builder travel(int number, TravelState state) {
    return Travel.builder(travelKey(number)).title("Rome " + number).state(state);
  }

  private OdooRecord lead(int number) {
    return read(
        TRAVEL,
        travelKey(number),
        "type",
        "active",
        "stage_id",
        "probability",
        "partner_id",
        "user_id",
        "team_id",
        "tag_ids",
        "priority",
        "contact_name",
        "partner_name",
        "email_from",
        "phone",
        lostReasonField());
  }

  private String lostReasonField() {
    return client().fieldsGet("crm.lead", List.of("lost_reason_id")).isEmpty()
        ? "lost_reason"
        : "lost_reason_id";
  }

  private long named(String model, String name) {
    return odoo()
        .clientOf(odoo().administrator())
        .searchRead(model, Domain.field("name").isEqualTo(name), List.of("name"), Page.first(1))
        .get(0)
        .id();
  }

  private static String unique(String name) {
    return name + " " + UUID.randomUUID();
  }

  /** Adds a record that only this test names, whatever people made of Odoo's own. */
  private String added(String model, String name) {
    String unique = unique(name);
    odoo().clientOf(odoo().administrator()).create(model, List.of(Map.of("name", unique)));
    return unique;
  }

  @Test
  void runAll_travelCancelled_leadIsLostForItsReason() {
    String stock = added("crm.lost.reason", "Not enough stock");
    String expensive = added("crm.lost.reason", "Too expensive");
    host.put(travel(1, TravelState.NEW).build(), travel(2, TravelState.NEW).build());
    run();
    host.put(
        travel(1, TravelState.CANCELLED).lostReason(stock).build(),
        travel(2, TravelState.CANCELLED).build());

    SyncReport report = run(CrmOptions.builder().lostReason(OdooReference.name(expensive)).build());

    assertThat(travels(report).updated()).isEqualTo(2);
    for (int travel = 1; travel <= 2; travel++) {
      assertThat(lead(travel).flag("active")).isFalse();
      assertThat(lead(travel).number("probability").orElseThrow()).isZero();
    }
    assertThat(lead(1).reference(lostReasonField())).hasValue(named("crm.lost.reason", stock));
    assertThat(lead(2).reference(lostReasonField())).hasValue(named("crm.lost.reason", expensive));
  }

  @Test
  void runAll_travelCancelledBeforeItWasSynced_isCreatedAndLost() {
    host.put(travel(1, TravelState.CANCELLED).build());
    assertThat(travels(run()).created()).isEqualTo(1);
    assertThat(lead(1).flag("active")).isFalse();
    writes().clear();
    assertThat(travels(run()).unchanged()).isEqualTo(1);
    assertThat(writes()).isEmpty();
  }

  @Test
  void runAll_unknownLostReason_failsThatTravelWithTheCandidates() {
    host.put(
        travel(1, TravelState.CANCELLED).lostReason("bad weather").build(),
        travel(2, TravelState.CANCELLED).build());
    SyncReport report = run();
    assertThat(travels(report).failed()).isEqualTo(1);
    assertThat(travels(report).failures().get(0).reason())
        .contains("no lost reason with name 'bad weather'. It has: '");
    assertThat(lead(1).flag("active")).isTrue();
    assertThat(lead(2).flag("active")).isFalse();
  }

  @Test
  void runAll_tenTravelsInEachState_takesACallAStep() {
    List<TravelState> states = List.of(TravelState.values());
    for (int number = 1; number <= 10 * states.size(); number++) {
      TravelState state = states.get(number % states.size());
      host.put(SchoolTravel.travel(number, state).customer(teacherKey(1)).build());
    }
    assertThat(run().isSuccessful()).isTrue();
    assertThat(writes().stream().filter(write -> write.startsWith("crm.lead")))
        .containsExactly(
            "crm.lead.load",
            "crm.lead.write",
            "crm.lead.write",
            "crm.lead.action_set_won",
            "crm.lead.action_set_lost");
  }

  @Test
  void runAll_personReopenedLeadOfCancelledTravel_staysOpen() {
    host.put(travel(1, TravelState.CANCELLED).build());
    run();
    new Salesperson(person()).reopen(id(TRAVEL, travelKey(1)));
    writes().clear();

    assertThat(travels(run()).unchanged()).isEqualTo(1);

    assertThat(lead(1).flag("active")).isTrue();
    assertThat(writes()).isEmpty();
  }

  /** From Odoo 19 on a lead says whether it is lost, before that only by a reason. */
  @Test
  void runAll_personArchivedOrLostLeadsOfValidatedTravels_saysWhatTheRecordsSay() {
    for (int number = 1; number <= 3; number++) {
      host.put(travel(number, TravelState.QUOTE_VALIDATED).build());
    }
    run();
    Salesperson person = salesperson();
    String expensive = added("crm.lost.reason", "Too expensive");
    person().write("crm.lead", List.of(id(TRAVEL, travelKey(1))), Map.of("probability", 30));
    person.archive(id(TRAVEL, travelKey(1)));
    person.lose(id(TRAVEL, travelKey(2)));
    person.lose(id(TRAVEL, travelKey(3)), lostReasonField(), named("crm.lost.reason", expensive));
    writes().clear();

    SyncReport report = run();

    boolean told = !client().fieldsGet("crm.lead", List.of("won_status")).isEmpty();
    String either = "has a validated quote, but its lead is archived or lost in Odoo";
    String lost = "has a validated quote, but its lead is lost in Odoo";
    boolean looksLost = lead(1).number("probability").orElseThrow().signum() == 0;
    assertThat(reason(report, 1)).isEqualTo(told ? "" : looksLost ? either : "");
    assertThat(reason(report, 2)).isEqualTo(told ? lost : either);
    assertThat(reason(report, 3)).isEqualTo(lost);
    assertThat(writes()).isEmpty();
  }

  private String reason(SyncReport report, int number) {
    return travels(report).failures().stream()
        .filter(failure -> failure.key().equals(travelKey(number)))
        .map(RecordFailure::reason)
        .findFirst()
        .orElse("");
  }

  /** Odoo answers as if it were hidden when it is asked for the external id of an archived one. */
  @Test
  void runAll_leadArchivedBeforeItsCreationWasHeardOf_isLinkedAndNotSentAgain() {
    host.put(travel(1, TravelState.NEW).build());
    run();
    long lead = id(TRAVEL, travelKey(1));
    salesperson().archive(lead);
    ids().save(List.of(Link.pending(TRAVEL, travelKey(1), null, Instant.now())));
    writes().clear();

    assertThat(travels(run()).failed()).isZero();

    assertThat(id(TRAVEL, travelKey(1))).isEqualTo(lead);
    assertThat(writes()).doesNotContain("crm.lead.load");
  }

  /** Odoo 14 to 17 write an empty phone of a lead through to its customer, when created too. */
  @Test
  void runAll_ownMappingEmptiesThePhoneOfALead_customerKeepsItsOwn() {
    host.put(teacher(1).phone("+33 1 99 00 11 22").build());
    host.put(
        travel(1, TravelState.NEW).customer(teacherKey(1)).build(),
        travel(2, TravelState.NEW).build(),
        travel(3, TravelState.NEW).customer(teacherKey(1)).build());
    FieldMapping<Travel> phones =
        (travel, fields) ->
            fields.set("phone", travel.key().equals(travelKey(3)) ? "+33 1 99 00 11 22" : null);
    run(phones);
    person()
        .write(
            "crm.lead",
            List.of(id(TRAVEL, travelKey(2))),
            Map.of("partner_id", id(CONTACT, teacherKey(1))));

    SyncReport report = run((travel, fields) -> fields.set("phone", null).set("email_from", null));

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    OdooRecord customer = read(CONTACT, teacherKey(1), "phone", "email");
    assertThat(customer.text("phone")).isPresent();
    assertThat(customer.text("email")).hasValue("teacher1@example.com");
    writes().clear();
    run((travel, fields) -> fields.set("phone", null).set("email_from", null));
    assertThat(writes()).isEmpty();
  }

  private SyncReport run(FieldMapping<Travel> mapping) {
    SyncReport report =
        engine(host).travelMapping(mapping).brakes(Brakes.released()).build().runAll();
    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    return report;
  }

  @Test
  void runAll_personMovedLeadBack_staysBackAndInvoicedOneIsReported() {
    host.put(
        travel(1, TravelState.QUOTE_VALIDATED).build(), travel(2, TravelState.INVOICED).build());
    run();
    Salesperson person = new Salesperson(person());
    person.moveTo(id(TRAVEL, travelKey(1)), "stage_lead1");
    person.moveTo(id(TRAVEL, travelKey(2)), "stage_lead3");
    writes().clear();

    SyncReport report = run();

    assertThat(travels(report).unchanged()).isEqualTo(1);
    assertThat(travels(report).failed()).isEqualTo(1);
    assertThat(travels(report).failures().get(0).reason())
        .isEqualTo("is invoiced and its lead was won, but has been moved back in Odoo");
    assertThat(writes()).isEmpty();
  }

  @Test
  void runAll_personMovedLeadBackAndTravelGoesOn_leadFollows() {
    host.put(travel(1, TravelState.QUOTE_VALIDATED).build());
    run();
    new Salesperson(person()).moveTo(id(TRAVEL, travelKey(1)), "stage_lead1");
    host.put(travel(1, TravelState.INVOICED).build());

    assertThat(travels(run()).updated()).isEqualTo(1);

    assertThat(lead(1).number("probability").orElseThrow()).isEqualByComparingTo("100");
  }

  @Test
  void runAll_personGaveLeadACustomer_conversionKeepsIt() {
    host.put(travel(1, TravelState.NEW).build());
    run();
    long partner = person().create("res.partner", List.of(Map.of("name", "School"))).get(0);
    person().write("crm.lead", List.of(id(TRAVEL, travelKey(1))), Map.of("partner_id", partner));
    host.put(travel(1, TravelState.INVOICED).build());

    assertThat(travels(run()).updated()).isEqualTo(1);

    assertThat(lead(1).text("type")).hasValue("opportunity");
    assertThat(lead(1).reference("partner_id")).hasValue(partner);
  }

  @Test
  void runAll_travelNamesSalespersonTeamAndPriority_leadHasThem() {
    String login = odoo().person().login();
    String team = added("crm.team", "Europe");
    host.put(
        travel(1, TravelState.NEW)
            .salesperson(OdooReference.name(login))
            .team(OdooReference.name(team))
            .priority(3)
            .build(),
        travel(2, TravelState.NEW).build());
    assertThat(run().isSuccessful()).isTrue();
    assertThat(lead(1).reference("user_id")).hasValue(userId(login));
    assertThat(lead(1).reference("team_id")).hasValue(named("crm.team", team));
    assertThat(lead(1).text("priority")).hasValue("3");
    assertThat(lead(2).reference("user_id")).isEmpty();
    assertThat(lead(2).text("priority")).hasValue("0");
  }

  private long userId(String login) {
    return client()
        .searchRead(
            "res.users", Domain.field("login").isEqualTo(login), List.of("login"), Page.first(1))
        .get(0)
        .id();
  }

  @Test
  void runAll_defaultsOfTheEngine_holdForNewLeadsOnly() {
    String login = odoo().person().login();
    String team = added("crm.team", "Europe");
    host.put(travel(1, TravelState.NEW).build());
    run();
    host.put(travel(2, TravelState.NEW).build());

    run(
        CrmOptions.builder()
            .salesperson(OdooReference.name(login))
            .team(OdooReference.id(named("crm.team", team)))
            .build());

    assertThat(lead(1).reference("user_id")).isEmpty();
    assertThat(lead(2).reference("user_id")).hasValue(userId(login));
    assertThat(lead(2).reference("team_id")).hasValue(named("crm.team", team));
  }

  @Test
  void runAll_optionsNameWhatOdooLacks_stopsBeforeTheFirstWrite() {
    host.put(travel(1, TravelState.NEW).build());
    SyncReport report = run(CrmOptions.builder().team(OdooReference.name("Asia")).build());
    assertThat(report.stopped())
        .asString()
        .contains("no sales team with name 'Asia'. It has: '", "CrmOptions.team");
    assertThat(writes()).isEmpty();
  }

  @Test
  void runAll_unknownSalesperson_failsThatTravelOnly() {
    host.put(
        travel(1, TravelState.NEW).salesperson(OdooReference.name("nobody@example.com")).build(),
        travel(2, TravelState.NEW).build());
    SyncReport report = run();
    assertThat(travels(report).created()).isEqualTo(1);
    assertThat(travels(report).failures().get(0).reason())
        .contains(
            "no internal user with login, e-mail address or name 'nobody@example.com'",
            odoo().person().login());
  }

  @Test
  void runAll_salespersonInCapitalsAndTeamWithBlanks_areFound() {
    String login = odoo().person().login();
    String team = added("crm.team", "Europe");
    host.put(
        travel(1, TravelState.NEW)
            .salesperson(OdooReference.name(login.toUpperCase(Locale.ROOT)))
            .team(OdooReference.name(" " + team + " "))
            .build());
    assertThat(run().isSuccessful()).isTrue();
    assertThat(lead(1).reference("user_id")).hasValue(userId(login));
    assertThat(lead(1).reference("team_id")).hasValue(named("crm.team", team));
  }

  @Test
  void runAll_lostReasonIsArchivedOrOneOfSeveral_failsThatTravelWithTheReason() {
    String archived = unique("archived");
    String twice = unique("twice");
    odoo()
        .clientOf(odoo().administrator())
        .create(
            "crm.lost.reason",
            List.of(
                Map.of("name", archived, "active", false),
                Map.of("name", twice),
                Map.of("name", twice)));
    host.put(
        travel(1, TravelState.CANCELLED).lostReason(archived).build(),
        travel(2, TravelState.CANCELLED).lostReason(twice).build());

    assertThat(travels(run()).failures())
        .extracting(RecordFailure::reason)
        .satisfiesExactlyInAnyOrder(
            reason -> assertThat(reason).contains("has archived the lost reason", archived),
            reason -> assertThat(reason).contains("more than one lost reason", twice));
  }

  @Test
  void runAll_unknownTag_failsThatTravelUnlessTagsMayBeCreated() {
    String tag = unique("school");
    host.put(travel(1, TravelState.NEW).tags(List.of(tag)).build());
    assertThat(travels(run()).failures().get(0).reason()).contains("no tag with name '" + tag);

    SyncReport report = run(CrmOptions.builder().createMissingTags().build());

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(lead(1).references("tag_ids")).containsExactly(named("crm.tag", tag));
  }

  @Test
  void runAll_missingTags_areCreatedOnceAndStayInStep() {
    String shared = unique("shared");
    String own = unique("own");
    CrmOptions creating = CrmOptions.builder().createMissingTags().build();
    host.put(
        travel(1, TravelState.NEW).tags(List.of(shared, own)).build(),
        travel(2, TravelState.INVOICED).tags(List.of(shared)).build());

    assertThat(run(creating).isSuccessful()).isTrue();

    assertThat(Set.copyOf(lead(1).references("tag_ids")))
        .isEqualTo(Set.of(named("crm.tag", shared), named("crm.tag", own)));
    assertThat(lead(2).references("tag_ids")).containsExactly(named("crm.tag", shared));
    host.put(travel(1, TravelState.NEW).tags(List.of(own)).build());
    assertThat(travels(run(creating)).failed()).isZero();
    assertThat(lead(1).references("tag_ids")).containsExactly(named("crm.tag", own));
    run(creating);
    writes().clear();
    assertThat(travels(run(creating)).unchanged()).isEqualTo(2);
    assertThat(writes()).isEmpty();
  }

  @Test
  void runAll_contactOfATravel_isOnTheLeadAndNeverOnAPartner() {
    host.put(
        travel(1, TravelState.NEW)
            .contact(
                TravelContact.builder()
                    .name("Zoë")
                    .organisation("Lycée")
                    .email("zoe@example.com")
                    .phone("+33 1 99 00 11 22")
                    .build())
            .build(),
        travel(2, TravelState.NEW).customer(teacherKey(1)).build());

    assertThat(run().isSuccessful()).isTrue();

    assertThat(lead(1).text("contact_name")).hasValue("Zoë");
    assertThat(lead(1).text("partner_name")).hasValue("Lycée");
    assertThat(lead(1).text("email_from")).hasValue("zoe@example.com");
    assertThat(lead(1).text("phone")).isPresent();
    assertThat(lead(2).text("email_from")).hasValue("teacher1@example.com");
    assertThat(read(CONTACT, teacherKey(1), "email").text("email"))
        .hasValue("teacher1@example.com");
  }

  @Test
  void runAll_contactChangesAfterASalespersonSetTheCustomer_partnerKeepsItsAddress() {
    host.put(travel(1, TravelState.NEW).contact(contact("old@example.com")).build());
    run();
    long partner =
        person()
            .create("res.partner", List.of(Map.of("name", "School", "email", "s@example.com")))
            .get(0);
    person().write("crm.lead", List.of(id(TRAVEL, travelKey(1))), Map.of("partner_id", partner));
    host.put(travel(1, TravelState.NEW).contact(contact("new@example.com")).build());

    assertThat(travels(run()).unchanged()).isEqualTo(1);

    assertThat(
            client().read("res.partner", List.of(partner), List.of("email")).get(0).text("email"))
        .hasValue("s@example.com");
  }

  private static TravelContact contact(String email) {
    return TravelContact.builder().name("Zoë").email(email).build();
  }

  @Test
  void runAll_travelsShareALead_theOneThatGoesOnCounts() {
    long shared =
        person()
            .create("crm.lead", List.of(Map.of("name", "merged", "type", "lead", "user_id", false)))
            .get(0);
    host.put(
        travel(1, TravelState.INVOICED).odooId(shared).build(),
        travel(2, TravelState.CANCELLED).odooId(shared).build());

    SyncReport report = run();

    assertThat(lead(1).flag("active")).isTrue();
    assertThat(lead(1).number("probability").orElseThrow()).isEqualByComparingTo("100");
    assertThat(travels(report).failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.key()).isEqualTo(travelKey(2)));
  }

  @Test
  void runAll_leadDeletedInOdoo_holdsUpNoOther() {
    host.put(travel(1, TravelState.NEW).build(), travel(2, TravelState.NEW).build());
    run();
    odoo().clientOf(odoo().administrator()).unlink("crm.lead", List.of(id(TRAVEL, travelKey(1))));
    host.put(travel(1, TravelState.INVOICED).build(), travel(2, TravelState.INVOICED).build());

    SyncReport report = run();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    for (int travel = 1; travel <= 2; travel++) {
      assertThat(lead(travel).text("type")).hasValue("opportunity");
      assertThat(lead(travel).number("probability").orElseThrow()).isEqualByComparingTo("100");
    }
  }

  @Test
  void runAll_everyTravelStateAndEveryStateOfTheLead_doesWhatTheTableSays() {
    LeadTable table = new LeadTable(this, host);
    table.run();
    table.print();
    table.verify();
  }

  Salesperson salesperson() {
    return new Salesperson(person());
  }
}
