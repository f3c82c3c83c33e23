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
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.odoosync.EntityType;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.TravelState;
import io.odoosync.store.InMemoryIdStore;
import io.odoosync.store.InMemoryStateStore;
import io.odoosync.store.Link;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.verification.odoo.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A link is a claim: each record proves that it is ours, or nothing is done to it. */
abstract class IdentitySuite extends EngineSuite {

  private static final Instant LONG_AGO = Instant.parse("2020-02-02T02:02:02Z");

  private OdooClient person() {
    return odoo().clientOf(odoo().person());
  }

  private Link link(EntityType type, LocalKey key) {
    return Objects.requireNonNull(ids().find(type, List.of(key)).get(key));
  }

  /** As if a backup was restored, and the id had gone to another record since. */
  private void leadTo(EntityType type, LocalKey key, long stranger) {
    Link link = link(type, key);
    ids()
        .save(
            List.of(
                new Link(
                    type,
                    key,
                    stranger,
                    link.base(),
                    link.updatedAt(),
                    link.createdAt() == null ? null : LONG_AGO)));
  }

  private OdooRecord whole(EntityType type, long id) {
    OdooClient administrator = odoo().clientOf(odoo().administrator());
    return Objects.requireNonNull(Snapshot.by(administrator).of(type.model(), List.of(id)).get(id));
  }

  private long stranger(String name) {
    return person()
        .create("res.partner", List.of(Map.of("name", name, "email", name + "@elsewhere.test")))
        .get(0);
  }

  @Test
  void runAll_idsWentToOthers_followsOurRecordsAndTouchesNoStranger() {
    SchoolTravel host = SchoolTravel.of(2);
    engine(host).build().runAll();
    long ours = id(CONTACT, teacherKey(1));
    long stranger = stranger("Stranger");
    leadTo(CONTACT, teacherKey(1), stranger);
    OdooRecord before = whole(CONTACT, stranger);
    host.put(teacher(1).phone("+33 1 99 00 00 99").build());

    SyncReport report = engine(host).build().runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(id(CONTACT, teacherKey(1))).isEqualTo(ours);
    assertThat(whole(CONTACT, stranger)).isEqualTo(before);
    assertThat(read(CONTACT, teacherKey(1), "phone").text("phone")).hasValue("+33 1 99 00 00 99");
    assertThat(log.find(SyncLogQuery.all().withRun(report.runId())))
        .anyMatch(entry -> entry.event() == SyncEvent.LINK_MOVED);
  }

  @Test
  void runAll_ourRecordIsLostAndItsIdAnothers_reportsItUnderEveryPolicy() {
    for (ConflictPolicy policy : List.of(ConflictPolicy.localWins(), ConflictPolicy.odooWins())) {
      SchoolTravel host = new SchoolTravel();
      host.put(teacher(1).build(), teacher(2).build());
      engine(host).build().runAll();
      long lost = id(CONTACT, teacherKey(1));
      long stranger = stranger("Stranger");
      leadTo(CONTACT, teacherKey(1), stranger);
      person().unlink("res.partner", List.of(lost));
      OdooRecord before = whole(CONTACT, stranger);
      host.put(teacher(1).name("Renamed").build());
      writes().clear();

      SyncReport report = engine(host).conflictPolicy(policy).build().runAll();

      assertThat(stage(report, CONTACT).failures())
          .singleElement()
          .satisfies(
              failure -> {
                assertThat(failure.key()).isEqualTo(teacherKey(1));
                assertThat(failure.failure().cause()).isEqualTo(FailureCause.CONTRADICTION);
                assertThat(failure.reason()).contains("res.partner " + stranger, "not the record");
              });
      assertThat(whole(CONTACT, stranger)).isEqualTo(before);
      assertThat(host.taken()).isEmpty();
      assertThat(writes()).isEmpty();
      assertThat(engine(host).conflictPolicy(policy).build().plan().records())
          .singleElement()
          .satisfies(it -> assertThat(it.action()).isEqualTo(PlannedRecord.Action.FAIL));

      assertThat(engine(host).build().rebuildLinks()).containsEntry(CONTACT, 0L);
      assertThat(stage(engine(host).build().runAll(), CONTACT).created()).isEqualTo(1);
      assertThat(whole(CONTACT, stranger)).isEqualTo(before);
      loseIdStore();
      state().remove(List.of(namespace() + "/mapping/CONTACT"));
    }
  }

  @Test
  void runAll_leadIsAnothers_makesNoStepOnIt() {
    SchoolTravel host = new SchoolTravel();
    host.put(travel(1, TravelState.NEW).customer(null).build());
    engine(host).build().runAll();
    long stranger =
        person().create("crm.lead", List.of(Map.of("name", "A stranger's", "type", "lead"))).get(0);
    odoo().clientOf(odoo().administrator()).unlink("crm.lead", List.of(id(TRAVEL, travelKey(1))));
    leadTo(TRAVEL, travelKey(1), stranger);
    OdooRecord before = whole(TRAVEL, stranger);
    host.put(travel(1, TravelState.INVOICED).customer(null).build());

    SyncReport report = engine(host).build().runAll();

    assertThat(stage(report, TRAVEL).failed()).as("%s", report).isEqualTo(1);
    assertThat(whole(TRAVEL, stranger)).isEqualTo(before);
  }

  @Test
  void runAll_invoiceIsAnothers_isNotCountedAsSent() {
    SchoolTravel host = SchoolTravel.of(1);
    engine(host).build().runAll();
    long lost = id(INVOICE, invoiceKey("i1"));
    long stranger =
        person()
            .create(
                "account.move",
                List.of(
                    Map.of(
                        "move_type",
                        "out_invoice",
                        "partner_id",
                        id(CONTACT, teacherKey(1)),
                        "ref",
                        "X")))
            .get(0);
    person().unlink("account.move", List.of(lost));
    leadTo(INVOICE, invoiceKey("i1"), stranger);
    OdooRecord before = whole(INVOICE, stranger);

    SyncReport report = engine(host).build().runAll();

    assertThat(stage(report, INVOICE).failed()).as("%s", report).isEqualTo(1);
    assertThat(whole(INVOICE, stranger)).isEqualTo(before);
  }

  @Test
  void run_invoicesOnlyAndTheirCustomerIsAnothers_billsNoStranger() {
    SchoolTravel host = SchoolTravel.of(1);
    engine(host).build().run(CONTACT);
    long lost = id(CONTACT, teacherKey(1));
    long stranger = stranger("Stranger");
    leadTo(CONTACT, teacherKey(1), stranger);
    person().unlink("res.partner", List.of(lost));

    SyncReport report = engine(host).build().run(INVOICE);

    assertThat(stage(report, INVOICE).blocked()).as("%s", report).isEqualTo(1);
    assertThat(client().searchCount("account.move", invoicesOf(stranger))).isZero();
  }

  private static Domain invoicesOf(long partner) {
    return Domain.field("partner_id").isEqualTo(partner);
  }

  @Test
  void runAll_linksOfATableWithoutTimesOfCreation_areProvenByNameOrValues() {
    SchoolTravel host = SchoolTravel.of(2);
    long adopted =
        person().create("res.partner", List.of(Map.of("name", "Teacher 3", "city", "Lyon"))).get(0);
    host.put(teacher(3).odooId(adopted).build());
    engine(host).build().runAll();
    Stream.of(CONTACT, TRAVEL, INVOICE)
        .flatMap(type -> ids().page(type, null, 10).stream())
        .forEach(link -> ids().save(List.of(link.withCreatedAt(null))));
    writes().clear();

    SyncReport report = engine(host).build().runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(writes()).isEmpty();
    assertThat(link(CONTACT, teacherKey(3)).createdAt()).isNotNull();
    assertThat(link(CONTACT, teacherKey(1)).createdAt()).isNotNull();
    assertThat(link(INVOICE, invoiceKey("i1")).createdAt()).isNotNull();
  }

  @Test
  void rebuildLinks_adoptedPartnerOfATableWithoutTimesOfCreation_staysLinked() {
    long adopted = stranger("Teacher 1");
    SchoolTravel host = new SchoolTravel();
    host.put(teacher(1).odooId(adopted).build());
    engine(host).build().runAll();
    ids().save(List.of(link(CONTACT, teacherKey(1)).withCreatedAt(null)));

    engine(host).build().rebuildLinks();

    assertThat(id(CONTACT, teacherKey(1))).isEqualTo(adopted);
  }

  @Test
  void runAll_hostsIdIsThatOfAnotherLocalRecord_isReported() {
    SchoolTravel host = new SchoolTravel();
    host.put(teacher(1).build());
    engine(host).build().runAll();
    long ofTheFirst = id(CONTACT, teacherKey(1));
    OdooRecord before = whole(CONTACT, ofTheFirst);
    host.put(teacher(2).odooId(ofTheFirst).build());

    SyncReport report = engine(host).build().runAll();

    assertThat(stage(report, CONTACT).failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.reason()).contains("belongs to", "teacher/1"));
    assertThat(whole(CONTACT, ofTheFirst)).isEqualTo(before);
  }

  @Test
  void runAll_twoApplicationsWithOneNamespace_theSecondIsToldAndOverwritesNothing() {
    SchoolTravel first = new SchoolTravel();
    first.put(
        Contact.builder(teacherKey(1)).name("Ada of application A").email("ada@a.test").build(),
        travel(1, TravelState.NEW).title("Rome of A").build(),
        invoice("i1", teacherKey(1)).number("A-1").build());
    engine(first).build().runAll();
    Map<EntityType, OdooRecord> before =
        Map.of(
            CONTACT, whole(CONTACT, id(CONTACT, teacherKey(1))),
            TRAVEL, whole(TRAVEL, id(TRAVEL, travelKey(1))),
            INVOICE, whole(INVOICE, id(INVOICE, invoiceKey("i1"))));
    SchoolTravel second = new SchoolTravel();
    second.put(
        Contact.builder(teacherKey(1)).name("Bob of application B").email("bob@b.test").build(),
        travel(1, TravelState.NEW).title("Oslo of B").build(),
        invoice("i1", teacherKey(1)).number("B-1").build());

    for (String email : List.of("bob@b.test", "bob2@b.test")) {
      second.put(Contact.builder(teacherKey(1)).name("Bob of application B").email(email).build());
      SyncReport report = secondEngine(second).runAll();

      assertThat(report.isSuccessful()).as("%s", report).isFalse();
      assertThat(stage(report, CONTACT).failures())
          .singleElement()
          .satisfies(failure -> assertThat(failure.reason()).contains("another application"));
      assertThat(stage(report, INVOICE).unchanged()).isZero();
    }
    before.forEach(
        (type, record) -> assertThat(whole(type, record.id())).as("%s", type).isEqualTo(record));
  }

  private final InMemoryIdStore secondIds = new InMemoryIdStore();

  private SyncEngine secondEngine(SchoolTravel host) {
    return engine(host).idStore(secondIds).stateStore(new InMemoryStateStore()).build();
  }

  @Test
  void runAll_storesOfAnotherNamespace_stopsBeforeTheFirstWrite() {
    SchoolTravel host = SchoolTravel.of(2);
    engine(host).build().runAll();
    writes().clear();
    SyncEngine other = engine(host).namespace(namespace().replace("__t", "__u")).build();

    SyncReport report = other.runAll();

    assertThat(report.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(report.stopped()).asString().contains(namespace(), "stores of its own");
    assertThat(writes()).isEmpty();
    assertThat(other.plan().stopped()).contains(namespace());
    assertThatIllegalStateException()
        .isThrownBy(other::rebuildLinks)
        .withMessageContaining(namespace());
  }

  @Test
  void apply_planNamesItsOdoo() {
    SchoolTravel host = SchoolTravel.of(1);
    SyncEngine engine = engine(host).build();
    SyncPlan plan = SyncPlan.parse(engine.plan().toJson());

    assertThat(plan.odoo()).isNotNull();
    assertThat(engine.apply(plan).isSuccessful()).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.apply(plan.toBuilder().odoo("prod at https://x.test").build()))
        .withMessageContaining("prod at https://x.test");
  }
}
