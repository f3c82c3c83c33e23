package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.Matching.Key.COMPANY_REGISTRY;
import static io.odoosync.Matching.Key.EMAIL;
import static io.odoosync.Matching.Key.REFERENCE;
import static io.odoosync.Matching.Key.VAT;
import static io.odoosync.verification.workflow.SchoolTravel.invoice;
import static io.odoosync.verification.workflow.SchoolTravel.invoiceKey;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travel;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FailureCause;
import io.odoosync.InvoicingOptions;
import io.odoosync.Matching;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.conflict.Winner;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.PostalAddress;
import io.odoosync.source.TravelState;
import io.odoosync.store.SyncEvent;
import io.odoosync.verification.odoo.VatNumbers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Partners that Odoo has already are found by what people type, and linked before all else. */
abstract class MatchingSuite extends LivedInSuite {

  private StageReport run(SchoolTravel host, Matching matching) {
    return stage(engine(host).matching(matching).build().run(CONTACT), CONTACT);
  }

  private void assertFound(long partner, Contact contact, Matching.Key key) {
    loseIdStore();
    StageReport report = run(contacts(contact), Matching.by(key));
    assertThat(ids().find(CONTACT, List.of(contact.key())))
        .as("%s: %s", contact, report)
        .extractingByKey(contact.key())
        .satisfies(link -> assertThat(link.odooId()).isEqualTo(partner));
  }

  @Test
  void runAll_matchOnly_linksLivePartnersAndWritesNothing() {
    List<Long> partners =
        IntStream.rangeClosed(1, 30)
            .mapToObj(i -> partner(Map.of("name", "Live " + i, "ref", tag + i, "phone", "" + i)))
            .toList();
    SchoolTravel host = new SchoolTravel();
    IntStream.rangeClosed(1, 30).forEach(i -> host.put(teacher(i).reference(tag + i).build()));
    host.put(teacher(31).reference(tag + "none").build());
    List<String> before = partners.stream().map(this::snapshot).toList();

    Matching matching = Matching.by(REFERENCE).matchOnly();
    StageReport report = run(host, matching);

    assertThat(writes()).isEmpty();
    assertThat(partners.stream().map(this::snapshot)).isEqualTo(before);
    assertThat(id(CONTACT, teacherKey(30))).isEqualTo(partners.get(29));
    assertThat(report.created() + report.updated() + report.pulled()).isZero();
    assertThat(report.conflicts()).isEqualTo(Map.of(Winner.MANUAL, 30L));
    assertThat(report.notReached()).isEqualTo(1);
    assertThat(report.failures())
        .filteredOn(failure -> failure.key().equals(teacherKey(7)))
        .singleElement()
        .satisfies(failure -> assertThat(failure.reason()).contains("Live 7", "Teacher 7"));
    StageReport again = run(host, matching);
    assertThat(again.conflicts()).isEqualTo(Map.of(Winner.MANUAL, 30L));
    assertThat(writes()).isEmpty();
  }

  @Test
  void runAll_afterMatchOnly_differencesAreConflictsUnderThePolicy() {
    long partner = partner(Map.of("name", "Live", "ref", tag, "phone", "1"));
    SchoolTravel host = contacts(named(1).reference(tag).phone("2").build());
    run(host, Matching.by(REFERENCE).matchOnly());

    StageReport report =
        stage(engine(host).conflictPolicy(ConflictPolicy.odooWins()).build().run(CONTACT), CONTACT);

    assertThat(report.conflicts()).isEqualTo(Map.of(Winner.ODOO, 1L));
    assertThat(host.taken())
        .containsExactly("name: 'Teacher 1 " + tag + "' → 'Live'", "phone: '2' → '1'");
    assertThat(partner(partner, "phone").text("phone")).hasValue("1");
  }

  @Test
  void runAll_matchOnlyWithLinkedRecords_pushesAndPullsNothingAndTakesNoStep() {
    SchoolTravel host = contacts(teacher(1).build(), teacher(2).build());
    host.put(travel(1, TravelState.NEW).build(), invoice("i1", teacherKey(1)).build());
    engine(host).build().runAll();
    host.put(teacher(1).phone("1").build(), travel(1, TravelState.INVOICED).title("New").build());
    edit(id(CONTACT, teacherKey(2)), Map.of("city", "Nantes"));
    writes().clear();

    Matching matching = Matching.by(REFERENCE).matchOnly();
    SyncReport report =
        engine(host)
            .matching(matching)
            .conflictPolicy(ConflictPolicy.odooWins())
            .invoicing(InvoicingOptions.builder().posting().build())
            .build()
            .runAll();

    assertThat(writes()).isEmpty();
    assertThat(host.taken()).isEmpty();
    assertThat(stage(report, CONTACT).conflicts()).isEqualTo(Map.of(Winner.MANUAL, 2L));
    assertThat(stage(report, TRAVEL).conflicts()).isEqualTo(Map.of(Winner.MANUAL, 1L));
    assertThat(stage(report, INVOICE).unchanged()).isEqualTo(1);
    assertThat(read(INVOICE, invoiceKey("i1"), "state").text("state")).hasValue("draft");
  }

  @Test
  void plan_matchOnly_saysWhatTheRunDoes() {
    partner(Map.of("name", "Live", "ref", tag, "phone", "1"));
    SchoolTravel host = contacts(named(1).reference(tag).phone("2").email(mail).build());

    List<PlannedRecord> planned =
        engine(host).matching(Matching.by(REFERENCE).matchOnly()).build().plan().records();

    assertThat(planned)
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.action()).isEqualTo(PlannedRecord.Action.ADOPT);
              assertThat(record.fields()).hasSize(3);
              assertThat(record.fields())
                  .allMatch(field -> field.toOdoo() == null && field.toHost() == null);
            });
  }

  @Test
  void runAll_emailAsPeopleTypeIt_isFound() {
    long plain = partner(Map.of("name", "Teacher 1 " + tag, "email", mail));
    for (String typed :
        List.of(
            "Ada Martin <" + mail + ">",
            "mailto:" + mail,
            "\u00a0\u2007" + mail.toUpperCase(java.util.Locale.ROOT) + "\u202f\u3000",
            "\"Martin, Ada\" <" + mail + ">",
            "other." + mail + "; " + mail,
            mail + ", other." + mail,
            "other." + mail + " " + mail)) {
      assertFound(plain, named(1).email(typed).build(), EMAIL);
    }
  }

  @Test
  void runAll_emailInOdooAsPeopleTypeIt_isFound() {
    List<String> typed =
        List.of(
            "Ada <A.%s>",
            "mailto:b.%s",
            "x.%s, C.%1$s",
            "y.%s; d.%1$s",
            "z.%s e.%1$s",
            "\u00a0f.%s\u2007",
            "Bob <x.%s>, Ada <g.%1$s>");
    for (int i = 0; i < typed.size(); i++) {
      long known =
          partner(Map.of("name", "TEACHER 1 " + tag, "email", typed.get(i).formatted(mail)));
      assertFound(known, named(1).email((char) ('a' + i) + "." + mail).build(), EMAIL);
    }
  }

  @Test
  void runAll_vatWithOrWithoutCountry_isFound() {
    String number = VatNumbers.french("231" + tag.substring(5));
    PostalAddress inFrance = PostalAddress.builder().countryCode("FR").build();
    Contact.Builder school = named(1).organisation().address(inFrance);
    long known = partner(school("FR" + number));
    for (String typed :
        List.of(
            number, "fr " + number, "FR-" + number.substring(0, 2) + "." + number.substring(2))) {
      assertFound(known, school.vat(typed).build(), VAT);
    }
    String bare = VatNumbers.french("552" + tag.substring(5));
    assertFound(partner(school(bare)), school.vat("FR " + bare).build(), VAT);
    String greek = VatNumbers.greek("093" + tag.substring(5));
    assertFound(partner(school("EL" + greek)), school.vat("GR " + greek).build(), VAT);
  }

  /** Countries whose numbers Odoo does not check. */
  @Test
  void runAll_vatOfAnotherCountry_isNotFound() {
    String number = "66" + tag.substring(5) + "1122";
    partner(school("KW" + number));
    PostalAddress inQatar = PostalAddress.builder().countryCode("QA").build();
    SchoolTravel host =
        contacts(
            named(1).organisation().address(inQatar).vat(number).build(),
            named(2).organisation().vat("QA" + number).build());

    StageReport report = run(host, Matching.by(VAT));

    assertThat(report.created()).as("%s %s", report, report.failures()).isEqualTo(2);
  }

  private static Map<String, Object> school(String vat) {
    return new HashMap<>(Map.of("name", "School", "is_company", true, "vat", vat));
  }

  @Test
  void runAll_referenceWithUnusualSpaces_isFound() {
    long plain = partner(Map.of("name", "Plain", "ref", "A " + tag));
    assertFound(plain, named(1).reference("\u00a0A\u2007" + tag + "\u202f").build(), REFERENCE);
    long typed = partner(Map.of("name", "Typed", "ref", " B\u00a0 " + tag));
    assertFound(typed, named(1).reference("B " + tag).build(), REFERENCE);
  }

  @Test
  void runAll_companyRegistryHoweverItIsWritten_isFound() {
    String number = "732" + tag.substring(5) + " 00074";
    Map<String, Object> values = new HashMap<>(Map.of("name", "School", "is_company", true));
    if (has("company_registry")) {
      values.put("company_registry", number);
    } else if (has("siret")) {
      values.put("siret", number);
    } else {
      values.put("additional_identifiers", Map.of("OTHER", number));
    }
    long known = partner(values);
    Contact.Builder school = named(1).organisation();
    assertFound(
        known,
        school.companyRegistry("732." + tag.substring(5) + "-00074").build(),
        COMPANY_REGISTRY);
  }

  private boolean has(String field) {
    return client().fieldsGet("res.partner", List.of()).containsKey(field);
  }

  @Test
  void runAll_sameAddressTwiceInTheSource_isAmbiguousForBothAcrossBatches() {
    long partner = partner(Map.of("name", "Teacher 1 " + tag, "email", mail));
    String before = snapshot(partner);
    SchoolTravel host =
        contacts(
            named(1).email(mail).build(),
            named(2).email("u" + mail).build(),
            named(3).email("Ada <" + mail + ">").build());

    SyncReport report =
        engine(host).batchSize(CONTACT, 1).matching(Matching.by(EMAIL)).build().run(CONTACT);

    assertThat(stage(report, CONTACT).failures())
        .extracting(RecordFailure::key)
        .containsExactly(teacherKey(1), teacherKey(3));
    assertThat(stage(report, CONTACT).failures())
        .allMatch(failure -> failure.failure().cause() == FailureCause.CONTRADICTION);
    assertThat(stage(report, CONTACT).created()).isEqualTo(1);
    assertThat(snapshot(partner)).isEqualTo(before);
  }

  @Test
  void runAll_adoptedPartnerMatchesALaterContactToo_isReportedAndNotTaken() {
    long partner = partner(Map.of("name", "Teacher 1 " + tag, "email", mail));
    SchoolTravel host = contacts(named(1).email(mail).build());
    run(host, Matching.by(EMAIL));
    host.put(named(2).email(mail).build());

    StageReport report = run(host, Matching.by(EMAIL));

    assertThat(report.failed()).as("%s", report).isEqualTo(1);
    assertThat(report.failures().get(0).reason()).contains("belongs to", teacherKey(1).toString());
    assertThat(id(CONTACT, teacherKey(1))).isEqualTo(partner);
    assertThat(countOf("Teacher 2 " + tag)).as("created").isZero();
  }

  @Test
  void runAll_matchedByAdoption_isTold() {
    partner(Map.of("name", "Teacher 1 " + tag, "email", "Ada <" + mail + ">"));
    SchoolTravel host = contacts(named(1).email(mail).build());
    SyncReport report = engine(host).matching(Matching.by(EMAIL)).build().run(CONTACT);
    assertThat(logged(report, SyncEvent.RECORD_ADOPTED)).hasSize(1);
  }
}
