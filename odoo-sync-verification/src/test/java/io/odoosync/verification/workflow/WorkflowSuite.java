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

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.conflict.Winner;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.PostalAddress;
import io.odoosync.source.TravelState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a host application may rely on while nothing goes wrong. */
abstract class WorkflowSuite extends EngineSuite {

  @Test
  void runAll_everythingNew_createsEverything() {
    SyncReport report = engine(SchoolTravel.of(6)).build().runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    for (EntityType type : EntityType.values()) {
      assertThat(stage(report, type).created()).isEqualTo(6);
    }
    OdooRecord partner = read(CONTACT, teacherKey(3), "name", "email", "phone", "zip", "ref");
    assertThat(partner.text("name")).hasValue("Teacher 3");
    assertThat(partner.text("email")).hasValue("teacher3@example.com");
    assertThat(partner.text("phone")).hasValue("+33 1 99 00 00 13");
    assertThat(partner.text("zip")).hasValue("75001");
    assertThat(partner.text("ref")).hasValue("T-3");
  }

  @Test
  void runAll_contactWithCountryAndNotes_areThereAsText() {
    engine(SchoolTravel.of(1)).build().runAll();
    OdooRecord partner = read(CONTACT, teacherKey(1), "country_id", "comment");
    long country = partner.reference("country_id").orElseThrow();
    assertThat(client().read("res.country", List.of(country), List.of("code")).get(0).text("code"))
        .hasValue("FR");
    assertThat(partner.text("comment").orElseThrow())
        .containsAnyOf("teaches &lt;history&gt;<br>and Latin", "teaches <history>\nand Latin");
  }

  @Test
  void runAll_travelsInEachState_leadsAreWhereTheirTravelsAre() {
    engine(SchoolTravel.of(3)).build().runAll();

    OdooRecord validated = lead(1);
    assertThat(validated.text("type")).hasValue("lead");
    assertThat(validated.reference("stage_id")).hasValue(stage("stage_lead2"));
    OdooRecord invoiced = lead(2);
    assertThat(invoiced.text("type")).hasValue("opportunity");
    assertThat(invoiced.reference("stage_id")).hasValue(stage("stage_lead4"));
    assertThat(invoiced.number("probability").orElseThrow()).isEqualByComparingTo("100");
    assertThat(invoiced.instant("date_conversion")).isPresent();
    OdooRecord fresh = lead(3);
    assertThat(fresh.text("type")).hasValue("lead");
    assertThat(fresh.reference("stage_id")).hasValue(stage("stage_lead1"));
    for (int travel = 1; travel <= 3; travel++) {
      assertThat(lead(travel).reference("partner_id")).hasValue(id(CONTACT, teacherKey(travel)));
      assertThat(lead(travel).reference("user_id")).isEmpty();
      assertThat(lead(travel).number("expected_revenue").orElseThrow())
          .isEqualByComparingTo("1250.50");
    }
  }

  @Test
  void runAll_invoices_haveTheirLinesCustomerAndTotals() {
    engine(SchoolTravel.of(2)).build().runAll();
    OdooRecord move =
        read(
            INVOICE,
            invoiceKey("i2"),
            "move_type",
            "state",
            "partner_id",
            "ref",
            "payment_reference",
            "invoice_date",
            "invoice_line_ids",
            "amount_untaxed",
            "amount_tax",
            "amount_total");
    assertThat(move.text("move_type")).hasValue("out_invoice");
    assertThat(move.text("state")).hasValue("draft");
    assertThat(move.reference("partner_id")).hasValue(id(CONTACT, teacherKey(2)));
    assertThat(move.text("ref")).hasValue("F-i2");
    assertThat(move.text("payment_reference")).hasValue("F-i2");
    assertThat(move.references("invoice_line_ids")).hasSize(2);
    assertThat(move.number("amount_untaxed").orElseThrow()).isEqualByComparingTo("190.08");
    assertThat(move.number("amount_tax").orElseThrow()).isEqualByComparingTo("36.04");
    assertThat(move.number("amount_total").orElseThrow()).isEqualByComparingTo("226.12");
  }

  @Test
  void runAll_again_writesNothing() {
    SchoolTravel host = SchoolTravel.of(6);
    engine(host).build().runAll();
    writes().clear();

    SyncReport report = engine(host).build().runAll();

    assertThat(report.isSuccessful()).isTrue();
    for (EntityType type : EntityType.values()) {
      assertThat(stage(report, type).unchanged()).isEqualTo(6);
    }
    assertThat(writes()).isEmpty();
  }

  @Test
  void runAll_manyRecords_createsThemInBatches() {
    SyncEngine engine =
        engine(SchoolTravel.of(25)).batchSize(CONTACT, 10).batchSize(INVOICE, 25).build();
    assertThat(engine.runAll().isSuccessful()).isTrue();
    assertThat(writes().stream().filter("res.partner.load"::equals)).hasSize(3);
    assertThat(writes().stream().filter("crm.lead.load"::equals)).hasSize(1);
    assertThat(writes().stream().filter("account.move.load"::equals)).hasSize(1);
    assertThat(writes()).hasSizeLessThanOrEqualTo(5 + 3);
  }

  @Test
  void runAll_contactChanged_updatesChangedFieldOnly() {
    SchoolTravel host = SchoolTravel.of(2);
    engine(host).build().runAll();
    OdooClient person = odoo().clientOf(odoo().person());
    person.write("res.partner", List.of(id(CONTACT, teacherKey(1))), Map.of("city", "Nantes"));
    host.put(teacher(1).email("new@example.com").build());

    SyncReport report = engine(host).build().runAll();

    assertThat(stage(report, CONTACT).updated()).isEqualTo(1);
    assertThat(stage(report, CONTACT).unchanged()).isEqualTo(1);
    OdooRecord partner = read(CONTACT, teacherKey(1), "email", "city");
    assertThat(partner.text("email")).hasValue("new@example.com");
    assertThat(partner.text("city")).as("a person's edit stays").hasValue("Nantes");
  }

  @Test
  void runAll_travelAdvances_leadFollowsAndIsUpdated() {
    SchoolTravel host = new SchoolTravel();
    host.put(teacher(1).build(), travel(1, TravelState.NEW).build());
    engine(host).build().runAll();

    host.put(travel(1, TravelState.QUOTE_VALIDATED).build());
    SyncReport validated = engine(host).build().runAll();
    assertThat(stage(validated, TRAVEL).updated()).isEqualTo(1);
    assertThat(lead(1).reference("stage_id")).hasValue(stage("stage_lead2"));

    host.put(travel(1, TravelState.INVOICED).build());
    SyncReport invoiced = engine(host).build().runAll();
    assertThat(stage(invoiced, TRAVEL).updated()).isEqualTo(1);
    assertThat(lead(1).reference("stage_id")).hasValue(stage("stage_lead4"));
    assertThat(lead(1).reference("partner_id")).hasValue(id(CONTACT, teacherKey(1)));
  }

  @Test
  void runAll_salespersonMovedLeadFurther_leavesIt() {
    SchoolTravel host = new SchoolTravel();
    host.put(teacher(1).build(), travel(1, TravelState.NEW).build());
    engine(host).build().runAll();
    OdooClient person = odoo().clientOf(odoo().person());
    long proposition = person.resolveExternalId("crm", "stage_lead3").orElseThrow().id();
    person.write("crm.lead", List.of(id(TRAVEL, travelKey(1))), Map.of("stage_id", proposition));

    host.put(travel(1, TravelState.QUOTE_VALIDATED).build());
    SyncReport report = engine(host).build().runAll();

    assertThat(stage(report, TRAVEL).unchanged()).isEqualTo(1);
    assertThat(lead(1).reference("stage_id")).hasValue(stage("stage_lead3"));
  }

  @Test
  void run_invoicesOnly_syncsTheirCustomersOnDemand() {
    SyncReport report = engine(SchoolTravel.of(3)).build().run(INVOICE);
    assertThat(stage(report, CONTACT).created()).isEqualTo(3);
    assertThat(stage(report, INVOICE).created()).isEqualTo(3);
    assertThat(report.stage(TRAVEL)).isEmpty();
  }

  @Test
  void runAll_hostKnowsPartner_updatesItInsteadOfCreating() {
    OdooClient person = odoo().clientOf(odoo().person());
    long existing = person.create("res.partner", List.of(Map.of("name", "Old name"))).get(0);
    SchoolTravel host = new SchoolTravel();
    host.put(teacher(1).odooId(existing).build(), invoice("i1", teacherKey(1)).build());

    SyncReport report = engine(host).build().runAll();

    assertThat(stage(report, CONTACT).conflicts()).isEqualTo(Map.of(Winner.LOCAL, 1L));
    assertThat(id(CONTACT, teacherKey(1))).isEqualTo(existing);
    assertThat(read(CONTACT, teacherKey(1), "name").text("name")).hasValue("Teacher 1");
    assertThat(read(INVOICE, invoiceKey("i1"), "partner_id").reference("partner_id"))
        .hasValue(existing);
  }

  @Test
  void runAll_idStoreLost_linksAgainAndOverwritesNothing() {
    SchoolTravel host = SchoolTravel.of(3);
    engine(host).build().runAll();
    Map<EntityType, Long> before = Map.of(CONTACT, id(CONTACT, teacherKey(2)));
    OdooClient person = odoo().clientOf(odoo().person());
    person.write("res.partner", List.of(id(CONTACT, teacherKey(2))), Map.of("city", "Nantes"));
    loseIdStore();
    writes().clear();

    SyncReport report = engine(host).build().runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    for (EntityType type : EntityType.values()) {
      assertThat(stage(report, type).unchanged()).isEqualTo(3);
    }
    assertThat(writes()).isEmpty();
    assertThat(id(CONTACT, teacherKey(2))).isEqualTo(before.get(CONTACT));
    assertThat(read(CONTACT, teacherKey(2), "city").text("city")).hasValue("Nantes");
    assertThat(read(INVOICE, invoiceKey("i1"), "invoice_line_ids").references("invoice_line_ids"))
        .hasSize(2);
  }

  @Test
  void runAll_oddKeysAndTexts_arriveWhole() {
    LocalKey odd = LocalKey.of("guest", "Zoë_7 / a.b 🚀");
    SchoolTravel host = new SchoolTravel();
    host.put(
        Contact.builder(odd)
            .name("Zoë, \"Z\" 🚀 O'Neill")
            .address(PostalAddress.builder().street("l. 1, 2\"").countryCode("be").build())
            .build());
    assertThat(engine(host).build().runAll().isSuccessful()).isTrue();
    OdooRecord partner = read(CONTACT, odd, "name", "street");
    assertThat(partner.text("name")).hasValue("Zoë, \"Z\" 🚀 O'Neill");
    assertThat(partner.text("street")).hasValue("l. 1, 2\"");
    assertThat(engine(host).build().runAll().stage(CONTACT).orElseThrow().unchanged()).isEqualTo(1);
  }

  private OdooRecord lead(int travel) {
    return read(
        TRAVEL,
        travelKey(travel),
        "type",
        "stage_id",
        "partner_id",
        "user_id",
        "probability",
        "expected_revenue",
        "date_conversion");
  }

  /** By its external id: people may rename a stage, or read it in their own language. */
  private long stage(String name) {
    return client().resolveExternalId("crm", name).orElseThrow().id();
  }
}
