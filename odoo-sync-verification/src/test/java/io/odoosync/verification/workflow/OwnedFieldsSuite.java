package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactType;
import io.odoosync.source.PostalAddress;
import io.odoosync.store.SyncEvent;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What partners share in Odoo, and who belongs to whom. */
abstract class OwnedFieldsSuite extends LivedInSuite {

  private static final String VAT = "BE0477472701";
  private static final String OTHER_VAT = "BE0897223670";
  private static final LocalKey SCHOOL = LocalKey.of("school", 1);

  private static PostalAddress home(String street) {
    return PostalAddress.builder().street(street).city("Lyon").countryCode("FR").build();
  }

  private Contact.Builder school() {
    return Contact.builder(SCHOOL).name("School " + tag).organisation();
  }

  private long schoolInOdoo(Map<String, ?> more) {
    Map<String, Object> values = new HashMap<>(more);
    values.put("name", "School " + tag);
    values.put("is_company", true);
    return partner(values);
  }

  private SyncReport run(SchoolTravel host) {
    return engine(host).build().run(CONTACT);
  }

  private StageReport report(SyncReport run) {
    return stage(run, CONTACT);
  }

  private long idOf(int teacher) {
    return id(CONTACT, teacherKey(teacher));
  }

  /** As a contact, which 20 makes an address of its own of if it has another one than its company. */
  private void putUnder(long company) {
    edit(idOf(1), Map.of("parent_id", company));
    if (!partner(idOf(1), "type").text("type").filter("contact"::equals).isPresent()) {
      edit(idOf(1), Map.of("type", "contact"));
    }
  }

  private String street(long partner) {
    return partner(partner, "street").text("street").orElse("");
  }

  @Test
  void runAll_personPutUnderACompany_leavesTheCompanysAddressAndSyncsTheRest() {
    long company = schoolInOdoo(Map.of("street", "1 rue de l'Ecole", "city", "Nantes"));
    SchoolTravel host = contacts(named(1).address(home("1 rue Haute")).phone("1").build());
    run(host);
    putUnder(company);
    String before = snapshot(company);
    host.put(named(1).address(home("2 rue Basse")).phone("2").build());

    SyncReport report = run(host);

    assertThat(report(report).updated()).as("%s", report).isEqualTo(1);
    assertThat(report.isSuccessful()).isTrue();
    assertThat(partner(idOf(1), "phone").text("phone")).hasValue("2");
    assertThat(street(idOf(1))).isEqualTo("1 rue de l'Ecole");
    assertThat(snapshot(company)).isEqualTo(before);
    assertThat(logged(report, SyncEvent.RECORD_WARNING))
        .anyMatch(message -> message.contains("street is shared with res.partner " + company));
    SyncReport again = run(host);
    assertThat(logged(again, SyncEvent.RECORD_WARNING)).isEmpty();
    host.put(named(1).address(home("3 rue Neuve")).phone("2").build());
    assertThat(logged(run(host), SyncEvent.RECORD_WARNING)).hasSize(1);
    assertThat(snapshot(company)).isEqualTo(before);
  }

  @Test
  void runAll_odooWins_pullsNothingThatIsTheCompanys() {
    SchoolTravel host = contacts(named(1).address(home("1 rue Haute")).phone("1").build());
    run(host);
    long company = schoolInOdoo(Map.of("street", "1 rue de l'Ecole", "vat", VAT));
    edit(idOf(1), Map.of("parent_id", company, "phone", "2"));

    engine(host).conflictPolicy(ConflictPolicy.odooWins()).build().run(CONTACT);

    assertThat(host.taken()).containsExactly("phone: '1' → '2'");
  }

  @Test
  void plan_personUnderACompany_saysWhatIsNotSent() {
    SchoolTravel host = contacts(named(1).address(home("1 rue Haute")).build());
    run(host);
    long company = schoolInOdoo(Map.of("street", "1 rue de l'Ecole"));
    putUnder(company);
    host.put(named(1).address(home("2 rue Basse")).build());

    List<PlannedRecord> planned = engine(host).build().plan().records();

    assertThat(planned)
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.fields()).isEmpty();
              assertThat(record.notes()).anyMatch(note -> note.contains("street is shared"));
              assertThat(record.toString()).contains("street is shared");
            });
  }

  @Test
  void runAll_commercialFieldsOfAContact_areTheCompanys() {
    SchoolTravel host = contacts(named(1).build());
    run(host);
    long company = schoolInOdoo(Map.of("vat", VAT));
    edit(idOf(1), Map.of("parent_id", company, "type", "other"));
    String before = snapshot(company);
    host.put(named(1).vat(OTHER_VAT).address(home("1 rue Haute")).build());

    run(host);

    assertThat(snapshot(company)).isEqualTo(before);
    assertThat(partner(idOf(1), "vat").text("vat")).hasValue(VAT);
    assertThat(street(idOf(1))).isEqualTo("1 rue Haute");
  }

  @Test
  void runAll_addressOfACompanyThatIsSynced_isItsOwn() {
    SchoolTravel host =
        contacts(school().address(home("1 rue Haute")).build(), named(1).company(SCHOOL).build());
    run(host);
    host.put(school().address(home("2 rue Basse")).build());
    assertThat(report(run(host)).updated()).isEqualTo(1);
    assertThat(street(idOf(1))).isEqualTo("2 rue Basse");
    assertThat(report(run(host)).unchanged()).isEqualTo(2);
  }

  @Test
  void runAll_companyComesAfterItsContacts_isCreatedFirst() {
    SchoolTravel host =
        contacts(
            named(1).company(SCHOOL).address(home("1 rue Haute")).vat(VAT).build(),
            named(2).company(SCHOOL).build(),
            school().vat(OTHER_VAT).address(home("9 rue de l'Ecole")).build());
    for (int size : List.of(1, 100)) {
      loseIdStore();
      SyncReport report = engine(host).batchSize(CONTACT, size).build().run(CONTACT);

      assertThat(report.isSuccessful()).as("%s", report).isTrue();
      assertThat(report(report).read()).isEqualTo(3);
    }
    long company = id(CONTACT, SCHOOL);
    assertThat(partner(idOf(1), "parent_id").reference("parent_id")).hasValue(company);
    assertThat(street(company)).isEqualTo("9 rue de l'Ecole");
    assertThat(partner(company, "vat").text("vat")).hasValue(OTHER_VAT);
    writes().clear();
    assertThat(report(run(host)).unchanged()).isEqualTo(3);
    assertThat(writes()).isEmpty();
  }

  @Test
  void runAll_personIsGivenACompanyWithoutAddress_itsHomeIsNotWrittenThere() {
    SchoolTravel host =
        contacts(school().build(), named(1).address(home("1 rue Haute")).vat(VAT).build());
    run(host);
    host.put(named(1).address(home("1 rue Haute")).vat(VAT).company(SCHOOL).build());

    SyncReport report = run(host);

    assertThat(report(report).updated()).as("%s", report).isEqualTo(1);
    long company = id(CONTACT, SCHOOL);
    assertThat(partner(idOf(1), "parent_id").reference("parent_id")).hasValue(company);
    assertThat(street(company)).isEmpty();
    assertThat(partner(company, "vat").text("vat")).isEmpty();
    assertThat(logged(report, SyncEvent.RECORD_WARNING)).hasSize(1);
    writes().clear();
    assertThat(report(run(host)).unchanged()).isEqualTo(2);
    assertThat(writes()).isEmpty();
  }

  @Test
  void runAll_companyFails_itsContactsWait() {
    SchoolTravel host =
        contacts(Contact.builder(SCHOOL).name(" ").build(), named(1).company(SCHOOL).build());
    StageReport report = report(run(host));
    assertThat(report.failed()).isEqualTo(1);
    assertThat(report.blocked()).isEqualTo(1);
    assertThat(report.failures().get(1).reason()).contains("waits for its company school/1");
  }

  @Test
  void runAll_companiesGoInACircle_areReportedAndTheRestGoesOn() {
    SchoolTravel host =
        contacts(
            named(1).company(teacherKey(2)).build(),
            named(2).company(teacherKey(1)).build(),
            named(3).company(teacherKey(3)).build(),
            named(4).build());
    for (int size : List.of(1, 100)) {
      loseIdStore();
      StageReport report =
          stage(engine(host).batchSize(CONTACT, size).build().run(CONTACT), CONTACT);

      assertThat(report.blocked()).as("%s", report).isEqualTo(2);
      assertThat(report.failed()).isEqualTo(1);
      assertThat(report.created() + report.unchanged()).isEqualTo(1);
      assertThat(report.failures().toString()).contains("circle", "its own company");
      assertThat(report.read()).isEqualTo(4);
    }
  }

  @Test
  void runAll_hostSaysNothingOfACompany_whatPeopleSetStays() {
    SchoolTravel host = contacts(named(1).phone("1").build());
    run(host);
    long company = schoolInOdoo(Map.of());
    edit(idOf(1), Map.of("parent_id", company, "type", "invoice"));
    host.put(named(1).phone("2").build());
    run(host);
    assertThat(partner(idOf(1), "parent_id").reference("parent_id")).hasValue(company);
    assertThat(partner(idOf(1), "type").text("type")).hasValue("invoice");
  }

  @Test
  void runAll_invoiceAndDeliveryAddresses_haveTheirOwn() {
    SchoolTravel host =
        contacts(
            school().address(home("9 rue de l'Ecole")).build(),
            named(1).company(SCHOOL).type(ContactType.INVOICE).address(home("1 i")).build(),
            named(2).company(SCHOOL).type(ContactType.DELIVERY).address(home("2 d")).build());
    run(host);
    host.put(named(2).company(SCHOOL).type(ContactType.OTHER).address(home("3 o")).build());
    run(host);
    assertThat(street(idOf(1))).isEqualTo("1 i");
    assertThat(partner(idOf(1), "type").text("type")).hasValue("invoice");
    assertThat(street(idOf(2))).isEqualTo("3 o");
    assertThat(partner(idOf(2), "type").text("type")).hasValue("other");
    assertThat(street(id(CONTACT, SCHOOL))).isEqualTo("9 rue de l'Ecole");
  }

  @Test
  void runAll_companyMovedInOdoo_isLeftOrOverwrittenByThePolicy() {
    SchoolTravel host = contacts(school().build(), named(1).company(SCHOOL).phone("1").build());
    run(host);
    edit(idOf(1), Collections.singletonMap("parent_id", false));
    host.put(named(1).company(SCHOOL).phone("2").build());

    engine(host).conflictPolicy(ConflictPolicy.odooWins()).build().run(CONTACT);

    assertThat(partner(idOf(1), "parent_id").reference("parent_id")).isEmpty();
    assertThat(Objects.requireNonNull(host.teacherNow(1).company())).isEqualTo(SCHOOL);
    assertThat(partner(idOf(1), "phone").text("phone")).hasValue("2");
  }
}
