package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.invoice;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travel;
import static io.odoosync.verification.workflow.SchoolTravel.travelKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odoosync.ChangeOptions;
import io.odoosync.CrmOptions;
import io.odoosync.LocalKey;
import io.odoosync.OdooReference;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.TaxMapping;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.Page;
import io.odoosync.odoo.StoredApiKeys;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.TravelState;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs of one engine, between which somebody changes the server, or nobody does. */
@ParameterizedClass
@EnumSource(
    value = OdooRelease.class,
    names = {"V14", "V19"})
class KnownServerTest extends EngineSuite {

  private static final String TAX = "20 % of this test";
  private static final String STAGE = "Quote of this test";

  private final SchoolTravel host = SchoolTravel.of(3);
  private final InProcessOdoo server;
  private final OdooUnderTest odoo;
  private final OdooClient administrator;

  KnownServerTest(OdooRelease release) {
    this.server = InProcessOdoo.start(release);
    this.odoo = OdooUnderTest.of(server);
    this.administrator = odoo.clientOf(odoo.administrator());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  OdooUnderTest odoo() {
    return odoo;
  }

  private SyncReport run(SyncEngine engine) {
    server.forgetRequests();
    return engine.runAll();
  }

  private SyncReport runWell(SyncEngine engine) {
    SyncReport report = run(engine);
    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    return report;
  }

  private List<String> asked() {
    return server.requests().stream()
        .map(request -> request.model() + "." + request.method())
        .toList();
  }

  private long tax() {
    return administrator
        .create(
            "account.tax",
            List.of(
                Map.of(
                    "name", TAX, "amount", 20, "amount_type", "percent", "type_tax_use", "sale")))
        .get(0);
  }

  private SyncEngineBuilder taxing() {
    return engine(host).taxes(TaxMapping.byRate().with("TVA20", OdooReference.name(TAX)));
  }

  private boolean isLoaded(String model) {
    return server.writes().stream().anyMatch(write -> write.request().calls(model, "load"));
  }

  @Test
  void runAll_nothingChanged_asksForFieldsAndRecordsAlone() {
    SyncEngine engine = engine(host).build();
    runWell(engine);

    SyncReport report = runWell(engine);

    assertThat(report.traffic().calls()).as("%s", asked()).isLessThanOrEqualTo(8);
    assertThat(asked())
        .contains(
            "res.partner.fields_get",
            "crm.lead.fields_get",
            "account.move.fields_get",
            "account.move.line.fields_get")
        .doesNotContain("crm.stage.search_read", "account.tax.search_read", "res.users.search_read")
        .noneMatch(call -> call.contains("access"));
  }

  @Test
  void serverKnownFor_zero_asksInEachRun() {
    SyncEngine engine = engine(host).serverKnownFor(Duration.ZERO).build();
    runWell(engine);

    runWell(engine);

    assertThat(asked()).contains("crm.stage.search_read", "account.tax.search_read");
  }

  @Test
  void serverKnownFor_timeIsOver_asksAgain() {
    MovedEnvironment environment = new MovedEnvironment();
    OdooClient client = OdooClient.connect(odoo.connection().environment(environment).build());
    SyncEngine engine = engine(host, client).serverKnownFor(Duration.ofMinutes(10)).build();
    runWell(engine);
    environment.pass(Duration.ofMinutes(9));
    runWell(engine);
    assertThat(asked()).doesNotContain("crm.stage.search_read");
    environment.pass(Duration.ofMinutes(1));

    runWell(engine);

    assertThat(asked()).contains("crm.stage.search_read");
  }

  @Test
  void runAll_lastRunFailedForARecord_asksAgain() {
    SyncEngine engine = engine(host).build();
    host.put(travel(1, TravelState.NEW).tags(List.of("no such tag")).build());
    assertThat(stage(run(engine), TRAVEL).failed()).isEqualTo(1);
    host.put(travel(1, TravelState.NEW).build());

    runWell(engine);

    assertThat(asked()).contains("crm.stage.search_read", "account.tax.search_read");
  }

  @Test
  void check_allIsKnown_asksAll() {
    SyncEngine engine = engine(host).build();
    runWell(engine);
    server.forgetRequests();

    assertThat(engine.check().isReady()).isTrue();

    assertThat(asked())
        .contains("crm.stage.search_read", "account.tax.search_read", "crm.lead.fields_get");
  }

  @Test
  void rebuildLinks_allIsKnown_isAskedAgain() {
    SyncEngine engine = engine(host).build();
    runWell(engine);
    engine.rebuildLinks();

    runWell(engine);

    assertThat(asked()).contains("crm.stage.search_read", "account.tax.search_read");
  }

  @Test
  void runChanges_looksAtAll_asksForFieldsAnew() {
    SyncEngine engine = engine(host).changes(ChangeOptions.DEFAULT.withFullAfterRuns(2)).build();
    runWell(engine);
    server.forgetRequests();
    engine.runChanges();
    assertThat(asked()).doesNotContain("res.partner.fields_get");
    server.forgetRequests();

    engine.runChanges();

    assertThat(asked()).contains("res.partner.fields_get", "account.move.line.fields_get");
  }

  @Test
  void runAll_namedTagCameSince_findsIt() {
    SyncEngine engine = engine(host).build();
    host.put(travel(1, TravelState.NEW).tags(List.of("first")).build());
    administrator.create("crm.tag", List.of(Map.of("name", "first")));
    runWell(engine);
    administrator.create("crm.tag", List.of(Map.of("name", "second")));
    host.put(travel(2, TravelState.NEW).tags(List.of("second")).build());

    SyncReport report = runWell(engine);

    assertThat(stage(report, TRAVEL).updated()).isEqualTo(1);
  }

  @Test
  void runAll_createsATag_knowsIt() {
    SyncEngine engine = engine(host).crm(CrmOptions.builder().createMissingTags().build()).build();
    runWell(engine);
    host.put(travel(1, TravelState.NEW).tags(List.of("ours")).build());
    runWell(engine);
    assertThat(asked()).contains("crm.tag.create");
    host.put(travel(2, TravelState.NEW).tags(List.of("ours")).build());

    SyncReport report = runWell(engine);

    assertThat(stage(report, TRAVEL).updated()).isEqualTo(1);
    assertThat(asked()).doesNotContain("crm.tag.create");
    runWell(engine);
    assertThat(asked()).noneMatch(call -> call.startsWith("crm.tag."));
  }

  @Test
  void runAll_taxWasArchivedSince_sendsNoInvoiceWithIt() {
    long tax = tax();
    SyncEngine engine = taxing().build();
    runWell(engine);
    administrator.write("account.tax", List.of(tax), Map.of("active", false));
    host.put(invoice("late", teacherKey(1)).build());

    SyncReport report = run(engine);

    assertThat(stage(report, INVOICE).failed()).as("%s", report).isEqualTo(1);
    assertThat(report.toString()).contains(TAX);
    assertThat(isLoaded("account.move")).isFalse();
  }

  @Test
  void runAll_currencyIsNotInUseAnyMore_sendsNoInvoiceInIt() {
    Domain named = Domain.field("name").isEqualTo("CHF");
    Domain all = named.and(Domain.field("active").isIn(List.of(true, false)));
    long francs = administrator.search("res.currency", all, Page.first(1)).get(0);
    administrator.write("res.currency", List.of(francs), Map.of("active", true));
    SyncEngine engine = engine(host).build();
    host.put(invoiceIn("CHF", 8));
    runWell(engine);
    administrator.write("res.currency", List.of(francs), Map.of("active", false));
    host.put(invoiceIn("CHF", 9));

    SyncReport report = run(engine);

    assertThat(stage(report, INVOICE).failed()).as("%s", report).isEqualTo(1);
    assertThat(report.toString()).contains("CHF");
    assertThat(isLoaded("account.move")).isFalse();
  }

  private static Invoice invoiceIn(String currency, int number) {
    return Invoice.builder(LocalKey.of("invoice", number), currency)
        .number("F-" + number)
        .customer(teacherKey(1))
        .invoiceDate(LocalDate.of(2026, 11, 2))
        .lines(List.of(InvoiceLine.builder("Coach").unitPrice(BigDecimal.TEN).build()))
        .build();
  }

  @Test
  void runAll_stageWasRenamedSince_movesNoLeadThere() {
    long stage = stage(5);
    SyncEngine engine =
        engine(host)
            .crm(CrmOptions.builder().qualifiedStage(OdooReference.name(STAGE)).build())
            .build();
    runWell(engine);
    administrator.write("crm.stage", List.of(stage), Map.of("name", "Nothing of the sort"));
    host.put(travel(3, TravelState.QUOTE_VALIDATED).build());

    SyncReport report = run(engine);

    assertThat(report.status()).as("%s", report).isEqualTo(RunStatus.STOPPED);
    assertThat(report.toString()).contains(STAGE);
    assertThat(server.writes()).isEmpty();
  }

  @Test
  void runAll_stageIsAnotherSince_movesTheLeadThere() {
    long before = stage(5);
    SyncEngine engine =
        engine(host)
            .crm(CrmOptions.builder().qualifiedStage(OdooReference.name(STAGE)).build())
            .build();
    runWell(engine);
    administrator.write("crm.stage", List.of(before), Map.of("name", "Nothing of the sort"));
    long now = stage(6);
    host.put(travel(3, TravelState.QUOTE_VALIDATED).build());

    runWell(engine);

    assertThat(read(TRAVEL, travelKey(3), "stage_id").reference("stage_id")).hasValue(now);
  }

  private long stage(int sequence) {
    return administrator
        .create("crm.stage", List.of(Map.of("name", STAGE, "sequence", sequence)))
        .get(0);
  }

  @Test
  void runAll_teamIsCalledOtherwiseAndComesToTheHost_comesByItsName() {
    long team = administrator.create("crm.team", List.of(Map.of("name", "Before"))).get(0);
    SyncEngine engine = engine(host).conflictPolicy(ConflictPolicy.odooWins()).build();
    host.put(travel(1, TravelState.NEW).team(OdooReference.name("Before")).build());
    runWell(engine);
    administrator.write("crm.team", List.of(team), Map.of("name", "After"));
    OdooClient person = odoo.clientOf(odoo.person());
    person.write("crm.lead", List.of(id(TRAVEL, travelKey(1))), Map.of("name", "Athens"));

    run(engine);

    assertThat(host.travelNow(1).title()).isEqualTo("Athens");
    assertThat(host.taken()).noneMatch(taken -> taken.contains("Before"));
  }

  @Test
  void runAll_rightIsTakenAwaySince_stopsBeforeTheFirstWrite() {
    assumeTrue(server.release().isAtLeast(OdooRelease.V19), "a key says whose it is from 19 on");
    Vault keys = new Vault();
    keys.save(StoredApiKeys.of(server.apiKey()));
    OdooClient client =
        OdooClient.connect(
            OdooConnection.builder()
                .url(server.url())
                .database(server.database())
                .apiKey(server.apiKey())
                .apiKeys(keys)
                .build());
    SyncEngine engine = engine(host, client).build();
    runWell(engine);
    keys.save(StoredApiKeys.of(server.plainUser().apiKey()));
    host.put(teacher(9).build());

    SyncReport report = run(engine);

    assertThat(report.status()).as("%s", report).isEqualTo(RunStatus.STOPPED);
    assertThat(report.stopped()).isNotNull();
    assertThat(report.toString()).contains("no right to create res.partner");
    assertThat(server.writes()).isEmpty();
  }

  @Test
  void runAll_beginsAgain_countsEachRecordOnce() {
    long tax = tax();
    SyncEngine engine = taxing().build();
    runWell(engine);
    administrator.write("account.tax", List.of(tax), Map.of("description", "other words"));
    administrator.write("account.tax", List.of(tax), Map.of("sequence", 7));
    host.put(travel(2, TravelState.INVOICED).build(), invoice("late", teacherKey(1)).build());

    SyncReport report = runWell(engine);

    assertThat(stage(report, CONTACT).unchanged()).isEqualTo(3);
    assertThat(stage(report, INVOICE).created()).isEqualTo(1);
    assertThat(stage(report, INVOICE).read()).isEqualTo(4);
  }
}
