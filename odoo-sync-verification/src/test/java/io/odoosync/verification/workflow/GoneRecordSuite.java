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
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Brakes;
import io.odoosync.EntityType;
import io.odoosync.GoneRecordPolicy;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.Page;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelSource;
import io.odoosync.source.TravelState;
import io.odoosync.store.Link;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes in Odoo of a record that the host does not have any more. */
abstract class GoneRecordSuite extends EngineSuite {

  private final SchoolTravel host = new SchoolTravel();
  private final List<Contact> contacts = new ArrayList<>();
  private final List<Travel> travels = new ArrayList<>();
  private final List<Invoice> invoices = new ArrayList<>();

  private void synced() {
    for (int i = 1; i <= 3; i++) {
      contacts.add(teacher(i).build());
      travels.add(travel(i, TravelState.NEW).build());
    }
    invoices.add(invoice("a", teacherKey(1)).build());
    invoices.add(invoice("b", teacherKey(2)).build());
    SyncReport report = keeping().build().runAll();
    assertThat(report.isSuccessful()).as("%s %s", report, report.toJson()).isTrue();
    writes().clear();
  }

  private SyncEngineBuilder keeping() {
    return engine(host)
        .contacts(ContactSource.of(contacts))
        .travels(TravelSource.of(travels))
        .invoices(InvoiceSource.of(invoices));
  }

  private SyncEngineBuilder archiving() {
    return keeping().goneRecords(GoneRecordPolicy.ARCHIVE);
  }

  private boolean isActive(EntityType type, LocalKey key) {
    return read(type, key, "active").flag("active");
  }

  @Test
  void runAll_recordGone_isKeptAndToldOnce() {
    synced();
    Contact gone = contacts.remove(0);

    SyncReport report = keeping().build().runAll();
    keeping().build().runAll();

    assertThat(report.isSuccessful()).isTrue();
    assertThat(writes()).isEmpty();
    assertThat(isActive(CONTACT, teacherKey(1))).isTrue();
    assertThat(told(SyncEvent.RECORD_WARNING))
        .singleElement()
        .matches(entry -> gone.key().equals(entry.key()))
        .matches(entry -> entry.message().contains("is left as it is"));

    contacts.add(gone);
    keeping().build().runAll();
    contacts.remove(gone);
    keeping().build().runAll();
    assertThat(told(SyncEvent.RECORD_WARNING)).as("gone once more").hasSize(2);
  }

  @Test
  void runAll_manyGoneAndKept_areToldByTheirNumberOnce() {
    for (int i = 1; i <= 20; i++) {
      contacts.add(teacher(i).build());
    }
    keeping().build().runAll();
    contacts.subList(0, 11).clear();

    keeping().build().runAll();
    keeping().build().runAll();

    assertThat(told(SyncEvent.RECORD_WARNING))
        .singleElement()
        .matches(entry -> entry.key() == null)
        .matches(entry -> entry.message().startsWith("11 of 20 linked records"));
  }

  @Test
  void runAll_recordsGone_areArchivedAndOnceTheyAreBackActiveAgain() {
    synced();
    Contact contact = contacts.remove(0);
    Travel travel = travels.remove(2);

    SyncReport report = archiving().build().runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(isActive(CONTACT, teacherKey(1))).as("the customer of invoice a").isFalse();
    assertThat(isActive(CONTACT, teacherKey(2))).isTrue();
    assertThat(isActive(TRAVEL, travelKey(3))).isFalse();
    assertThat(told(SyncEvent.RECORD_ARCHIVED)).hasSize(2);
    assertThat(read(INVOICE, invoiceKey("a"), "state").text("state")).hasValue("draft");
    writes().clear();
    assertThat(archiving().build().runAll().isSuccessful()).isTrue();
    assertThat(writes()).as("a run with nothing to do").isEmpty();

    contacts.add(contact);
    travels.add(travel);
    assertThat(archiving().build().runAll().isSuccessful()).isTrue();
    assertThat(isActive(CONTACT, teacherKey(1))).isTrue();
    assertThat(isActive(TRAVEL, travelKey(3))).isTrue();
    assertThat(told(SyncEvent.RECORD_RESTORED)).hasSize(2);
  }

  @Test
  void runAll_lastRunDiedBeforeItArchived_archivesNow() {
    synced();
    contacts.remove(2);
    state().save(Map.of(namespace() + "/gone/CONTACT/" + teacherKey(3), "ARCHIVING"));

    archiving().build().runAll();

    assertThat(isActive(CONTACT, teacherKey(3))).isFalse();
    assertThat(told(SyncEvent.RECORD_ARCHIVED)).hasSize(1);
  }

  @Test
  void runAll_archivedByAPerson_staysArchivedWhenTheHostHasItAgain() {
    synced();
    long id = id(CONTACT, teacherKey(3));
    odoo().clientOf(odoo().person()).write("res.partner", List.of(id), Map.of("active", false));
    Contact contact = contacts.remove(2);
    archiving().build().runAll();
    contacts.add(contact);
    archiving().build().runAll();

    assertThat(isActive(CONTACT, teacherKey(3))).isFalse();
    assertThat(told(SyncEvent.RECORD_RESTORED)).isEmpty();
  }

  @Test
  void runAll_invoiceGone_isToldAndNeverTouched() {
    synced();
    invoices.remove(0);

    SyncReport report = archiving().build().runAll();

    assertThat(report.isSuccessful()).isTrue();
    assertThat(writes()).isEmpty();
    assertThat(told(SyncEvent.RECORD_WARNING))
        .singleElement()
        .matches(entry -> invoiceKey("a").equals(entry.key()))
        .matches(entry -> entry.message().contains("no archive"));
  }

  @Test
  void runAll_sourceThrowsHalfway_archivesNothing() {
    synced();
    ContactSource broken =
        () ->
            Stream.concat(
                Stream.of(contacts.get(0)),
                Stream.generate(
                    () -> {
                      throw new IllegalStateException("table is locked");
                    }));

    SyncReport report = archiving().contacts(broken).build().runAll();

    assertThat(stage(report, CONTACT).failure()).isNotNull();
    assertThat(writes()).isEmpty();
    assertThat(isActive(CONTACT, teacherKey(3))).isTrue();
  }

  @Test
  void runAll_manyGone_isHeldBackUntilGivenAGoAhead() {
    for (int i = 1; i <= 20; i++) {
      contacts.add(teacher(i).build());
    }
    archiving().build().runAll();
    contacts.subList(0, 11).clear();
    writes().clear();
    SyncEngine engine = archiving().build();

    assertThat(engine.runAll().stopped())
        .asString()
        .contains("11 of 20 linked CONTACT records are not in the source any more")
        .contains("run(Brakes.released())");
    assertThat(writes()).isEmpty();

    engine.run(Brakes.released());
    assertThat(IntStream.rangeClosed(1, 20).filter(i -> isActive(CONTACT, teacherKey(i))).count())
        .isEqualTo(9);
  }

  @Test
  void runAll_partnerThatTwoRecordsShare_isNotArchived() {
    synced();
    odoo().mergePartners(id(CONTACT, teacherKey(2)), id(CONTACT, teacherKey(3)));
    keeping().build().runAll();
    assertThat(id(CONTACT, teacherKey(3))).isEqualTo(id(CONTACT, teacherKey(2)));
    travels.remove(2);
    contacts.remove(2);

    archiving().build().runAll();

    assertThat(isActive(CONTACT, teacherKey(2))).isTrue();
    assertThat(told(SyncEvent.RECORD_WARNING))
        .anyMatch(entry -> entry.message().contains("other records of the host share it"));
  }

  private long partner(String model, Domain domain) {
    return client().searchRead(model, domain, List.of("partner_id"), Page.first(1)).stream()
        .findFirst()
        .flatMap(record -> record.reference("partner_id"))
        .orElseThrow();
  }

  @Test
  void runAll_partnersOfAUserAndOfACompany_areNotArchived() {
    synced();
    String login = odoo().person().login();
    long user = partner("res.users", Domain.field("login").isEqualTo(login));
    long company = partner("res.company", Domain.field("id").isGreaterThan(0));
    ids()
        .save(
            List.of(
                new Link(CONTACT, teacherKey(8), user, null, Instant.EPOCH),
                new Link(CONTACT, teacherKey(9), company, null, Instant.EPOCH)));

    SyncReport report = archiving().build().runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(writes()).isEmpty();
    assertThat(told(SyncEvent.RECORD_WARNING))
        .extracting(SyncLogEntry::message)
        .anyMatch(message -> message.contains("is an internal user of Odoo"))
        .anyMatch(message -> message.contains("is a company of Odoo's own"));
  }

  private String base(LocalKey key) {
    return String.valueOf(link(key).base());
  }

  private Link link(LocalKey key) {
    return requireNonNull(ids().find(CONTACT, List.of(key)).get(key));
  }

  @Test
  void runAll_clearingGoneRecords_keepsTheirLinksWithoutValues() {
    synced();
    Link before = link(teacherKey(1));
    Contact gone = contacts.remove(0);
    keeping().build().runAll();
    assertThat(base(teacherKey(1))).as("not asked for").contains(gone.name());

    keeping().clearGoneRecords().build().plan();
    assertThat(base(teacherKey(1))).as("only planned").contains(gone.name());
    keeping().clearGoneRecords().build().runAll();

    Link after = link(teacherKey(1));
    assertThat(after.base()).isNull();
    assertThat(after.odooId()).isEqualTo(before.odooId());
    assertThat(after.createdAt()).isEqualTo(before.createdAt());
    assertThat(base(teacherKey(2))).as("not gone").isNotEqualTo("null");
    assertThat(writes()).isEmpty();
  }

  @Test
  void runAll_clearedRecordComesBack_isTheSamePartner() {
    synced();
    Contact gone = contacts.remove(0);
    keeping().clearGoneRecords().build().runAll();
    long partner = id(CONTACT, teacherKey(1));
    contacts.add(gone);

    SyncReport report = keeping().clearGoneRecords().build().runAll();

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(stage(report, CONTACT).created()).isZero();
    assertThat(id(CONTACT, teacherKey(1))).isEqualTo(partner);
    assertThat(writes()).isEmpty();
    assertThat(base(teacherKey(1))).contains(gone.name());
  }

  @Test
  void runAll_clearingWhereTooManyAreGone_clearsNone() {
    for (int i = 1; i <= 20; i++) {
      contacts.add(teacher(i).build());
    }
    keeping().build().runAll();
    contacts.subList(0, 11).clear();

    keeping().clearGoneRecords().build().runAll();

    assertThat(base(teacherKey(1))).isNotEqualTo("null");
  }

  @Test
  void runAll_clearingAndArchiving_doesBoth() {
    synced();
    contacts.remove(0);

    archiving().clearGoneRecords().build().runAll();

    assertThat(isActive(CONTACT, teacherKey(1))).isFalse();
    assertThat(base(teacherKey(1))).isEqualTo("null");
  }

  @Test
  void apply_planWithRecordsGone_doesWhatItSays() {
    synced();
    contacts.remove(0);
    SyncPlan plan = archiving().build().plan();
    assertThat(plan.records())
        .singleElement()
        .matches(record -> record.action() == PlannedRecord.Action.FOLLOW_UP)
        .matches(record -> record.steps().equals(List.of("archive")))
        .matches(record -> record.key().equals(teacherKey(1)));
    assertThat(writes()).isEmpty();
    contacts.remove(0);

    archiving().build().apply(SyncPlan.parse(plan.toJson()));

    assertThat(isActive(CONTACT, teacherKey(1))).isFalse();
    assertThat(isActive(CONTACT, teacherKey(2))).as("gone since the plan").isTrue();
    assertThat(archiving().build().plan().records())
        .extracting(PlannedRecord::key)
        .containsExactly(teacherKey(2));
  }
}
